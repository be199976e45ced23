/**
 * The sense-words data set: for each sense of the eight homonyms some other words of that sense, by
 * hand. Their vectors say where the vector of a homonym would lie if it had that sense alone.
 *
 * None is a form of its homonym or of both senses; all stand in the corpus at least 20 times, which
 * a test verifies.
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import type { SenseWords } from "../../../src/data/types";
import { logicalLines } from "../lexicon";

/** They stand at least so often in the corpus. */
export const SMALLEST_SENSE_COUNT = 20;

const LISTS = `
duck bird: swan, goose, heron, pigeon, gull, stork, pelican, hen
duck lower: crouch, kneel, stoop, dodge, bend, lean, crawl
bank money: loan, account, credit, cheque, debt, savings, money
bank river: river, stream, valley, coast, beach, willow, lake
bat animal: mouse, squirrel, hedgehog, badger, mole, moth, owl, rat
bat club: ball, glove, cricket, baseball, stick, player, stadium
bark dog: dog, dogs, terrier, tail, shepherd, shout, whistle
bark tree: trunk, branch, leaf, wood, oak, birch, moss, pine
crane bird: swan, goose, heron, pigeon, gull, stork, pelican, owl
crane machine: lorry, truck, engine, hook, beam, machine, tractor
seal animal: whale, dolphin, otter, penguin, shark, bear, fish
seal close: close, lock, shut, wax, envelope, letter, stamp
spring season: summer, autumn, winter, april, june, october
spring coil: coil, wire, screw, wheel, clock, steel, mattress
match game: game, goal, team, league, player, referee, captain
match fire: candle, fire, flame, lamp, stove, smoke, lighter
`;

export function senseWordRows(): SenseWords[] {
  return logicalLines(LISTS).map((line) => {
    const [name, words] = line.split(":") as [string, string];
    const [word, sense] = name.split(" ") as [string, string];
    return { word, sense, words: words.split(",").map((other) => other.trim()) };
  });
}
