/**
 * The analogies data set: "a is to b as c is to d", by category, after the form of Mikolov et al.
 * 2013 ("Efficient estimation of word representations in vector space", section 4.1), with our own
 * pairs. Every word stands at least 50 times in the corpus, which a test verifies.
 *
 * Lessons: notebooks/02-word2vec.ipynb, 03-glove-and-fasttext.ipynb
 */
export interface AnalogyRow {
  category: string;
  a: string;
  b: string;
  c: string;
  d: string;
}

/** Each pair is asked with this many of the pairs that follow it, the list taken as a ring. */
const PARTNERS = 2;

const PAIRS: Record<string, string> = {
  gender: `man woman, king queen, father mother, boy girl, brother sister, son daughter, uncle aunt,
    prince princess, husband wife, he she, actor actress, grandfather grandmother, waiter waitress,
    emperor empress, nephew niece, wizard witch, hero heroine, duke duchess`,
  capital: `France Paris, Germany Berlin, Italy Rome, Spain Madrid, England London, Russia Moscow,
    China Beijing, Japan Tokyo, India Delhi, Egypt Cairo, Greece Athens, Poland Warsaw,
    Portugal Lisbon, Austria Vienna, Hungary Budapest, Sweden Stockholm, Norway Oslo,
    Finland Helsinki, Ireland Dublin, Canada Ottawa, Kenya Nairobi, Cuba Havana, Thailand Bangkok,
    Ukraine Kyiv`,
  nationality: `France French, Germany German, Italy Italian, Spain Spanish, England English,
    Russia Russian, China Chinese, Greece Greek, Poland Polish, Portugal Portuguese,
    Hungary Hungarian, Scotland Scottish`,
  plural: `book books, bottle bottles, bag bags, shirt shirts, key keys, cup cups, candle candles,
    knife knives, umbrella umbrellas, basket baskets, bicycle bicycles, coat coats, lamp lamps,
    spoon spoons, hammer hammers, box boxes, leaf leaves, camera cameras, foot feet, child
    children`,
  // Verbs that the corpus uses mostly with their own complements (see corpus/words/actions.ts); in
  // the fixed phrases of its templates ("walked through the old streets") others are less typical.
  "past tense": `fight fought, kneel knelt, pour poured, teach taught, kick kicked, knock knocked,
    steal stole, bake baked, draw drew, sing sang, vote voted, catch caught, arrive arrived,
    ride rode, laugh laughed, jump jumped, cry cried, pack packed, feed fed, climb climbed`,
  "present participle": `fight fighting, pour pouring, teach teaching, kick kicking, steal stealing,
    bake baking, sing singing, catch catching, arrive arriving, ride riding, laugh laughing,
    jump jumping, cry crying, pack packing, climb climbing, sleep sleeping`,
  comparative: `big bigger, small smaller, cold colder, old older, fast faster, long longer,
    warm warmer, good better, thin thinner, heavy heavier, loud louder, sweet sweeter, bad worse,
    high higher, cheap cheaper, dark darker`,
  superlative: `big biggest, small smallest, old oldest, good best, long longest, high highest,
    young youngest, hard hardest`,
};

export function analogyRows(): AnalogyRow[] {
  return Object.entries(PAIRS).flatMap(([category, list]) => {
    const pairs = list.split(",").map((pair) => pair.trim().split(/\s+/));
    return pairs.flatMap(([a, b], i) =>
      Array.from({ length: PARTNERS }, (_, step) => {
        const [c, d] = pairs[(i + step + 1) % pairs.length]!;
        return { category, a: a!, b: b!, c: c!, d: d! };
      }),
    );
  });
}
