/**
 * The world of the training sentences. Nothing of it, but for numbers, stands in dev and test.
 *
 * It is wide, and told in five tenses: a model that met forty things in one tense learns those
 * forty by heart, and what it learned doesn't hold for others.
 */
import { TRAIN_TENSES } from "./train-tenses";
import { parseWorld, type WorldText } from "./world";

const WORDS: Omit<WorldText, "frames"> = {
  people: `
worker: cook=chef, baker, farmer, tailor, mechanic, dentist, plumber, postman=mailman, gardener,
 butcher, barber, driver, pilot, waiter, miner, potter, cobbler, fisherman, detective, shepherd
relative: mother=mum, father=dad, uncle, aunt, cousin, nephew, niece, brother, sister, grandmother,
 grandfather, daughter, son, husband, wife
musician: singer=vocalist, drummer, violinist=fiddler, pianist, composer, conductor
noble: king, queen, duke, prince, princess, emperor, knight
scholar: professor, scientist, philosopher, student=pupil, astronomer, biologist, historian
artist: writer=author, poet, sculptor, actor, dancer, novelist
official: judge, mayor, governor, senator, councillor, president, clerk
stranger: thief=robber, beggar, merchant=trader, spy, tourist, captain, witness, knave=rogue`,
  animals: `
creature: dog=hound, cat, horse, rabbit=bunny, cow, donkey, fox, sheep, pig, goat, camel,
 elephant, giraffe, zebra, leopard, squirrel, beaver, hedgehog, otter, badger, hare
insect: bee, beetle, ant, moth, wasp, spider
fish: salmon, trout, shark, cod, tuna, carp`,
  things: `
fruit: apple, pear, plum, lemon, orange, cherry, melon, grape
vegetable: potato, onion, carrot, cabbage, bean, leek, tomato, pumpkin
vehicle: car=automobile, bus, tram, bicycle=bike, van, tractor, truck=lorry, taxi=cab, train,
 carriage=coach
garment: coat, shirt, hat, scarf, skirt, jacket, dress, glove, belt, sock
instrument: piano, violin=fiddle, guitar, flute, trumpet, drum, cello, harp
piece of furniture: table, chair, bed, sofa=couch, cupboard, desk, shelf, bench, wardrobe, mirror
drink: tea, coffee, milk, juice, wine, beer, lemonade
text: letter, newspaper=paper, poem, report, story=tale, novel, recipe, contract, diary,
 message=note, speech
gift: ball, watch, necklace, perfume, ring, doll, kite, toy, vase, wallet=purse
dessert: cake, biscuit=cookie, pudding, pancake, tart
container: box, basket, bucket=pail, bottle, jar, barrel, bowl, suitcase
cloth: carpet=rug, curtain, blanket, towel, pillow=cushion
song: ballad, symphony, hymn, lullaby, waltz, serenade
metal: gold, silver, copper, iron, steel
thought: idea=notion, plan, question, secret, problem
entrance: door, window, fence, stairway
structure: wall, roof, tower, chimney, bridge, tent, ladder`,
  uncounted: `drink, piece of furniture, metal`,
  coloured: `vehicle, garment, piece of furniture, gift, container, cloth, entrance, structure`,
  fixed: `vehicle, piece of furniture, entrance, structure, thought, song`,
  actions: `
fruit: eat=consume, wash=rinse, cut=slice, peel, pick
vegetable: boil, fry, chop=cut, wash=rinse, grow, eat=consume
vehicle: drive, wash, push/pull, admire, stop/start, rent=hire
garment: wear, iron, sew, wash, fold, put on/take off
instrument: play, tune, hold, hide=conceal/show, admire
piece of furniture: construct/destroy, move, dust, polish, touch
drink: drink, taste=try, pour, spill, order=request
text: read, write, tear up/glue together, copy, hide=conceal/show, sign
gift: wrap, drop/lift, lose/find, choose=select
dessert: bake, eat=consume, share, order=request, refuse=reject/accept
container: fill, drop/lift, pack/unpack, throw=toss, carve
cloth: fold/spread, wash, weave, shake, beat=hit
song: sing, compose, record, remember=recall/forget, hum
metal: melt, weigh, hide=conceal/show, lose/find, touch
thought: explain, discuss, accept/reject, remember=recall/forget, reveal=disclose
entrance: lock/unlock, wipe, decorate=adorn, kick
structure: climb, construct/destroy, decorate=adorn, admire`,
  meetings: `follow/avoid, thank, help=aid, kick, push/pull, watch=observe, love/hate, warn,
 call, catch, chase=pursue, invite, hug=embrace, scold, bite, trust/distrust, ignore, scare=frighten,
 punish/reward, lead, greet`,
  transfers: `give/get, send/receive, throw/catch, hand/take, deliver/collect`,
  personQualities: `old/young, happy=glad/sad=sorrowful, rich=wealthy/poor, tall/short,
 tired=weary/rested, lazy=idle/busy, kind=gentle/cruel, generous/greedy=selfish, proud/humble=modest,
 nervous=anxious/relaxed, stubborn=obstinate, careful=cautious/careless, funny=amusing/serious=earnest,
 elegant, lonely, curious, talented=gifted, good/wicked=evil,
    married/unmarried!, guilty/innocent!, friendly/unfriendly!, asleep/awake!, loyal/disloyal!,
    grateful/ungrateful!`,
  thingQualities: `
fruit: sweet/sour, ripe/unripe!, big=large/small
vegetable: raw/cooked!, big=large/small, cheap=inexpensive/expensive=costly, tasty=delicious
vehicle: new/old, safe/unsafe!, big=large/small, cheap=inexpensive/expensive=costly
garment: new/old, wet/dry!, cheap=inexpensive/expensive=costly, beautiful=lovely
instrument: new/old, cheap=inexpensive/expensive=costly, beautiful=lovely
piece of furniture: new/old, stable/unstable!, big=large/small, heavy/light
drink: sweet/bitter, strong=powerful/weak, cheap=inexpensive/expensive=costly
text: long=lengthy/short, beautiful=lovely, finished/unfinished!, boring=dull/exciting=thrilling
gift: big=large/small, cheap=inexpensive/expensive=costly, beautiful=lovely
dessert: sweet, tasty=delicious/disgusting, big=large/small, finished/unfinished!
container: heavy/light, big=large/small, locked/unlocked!, solid=sturdy
cloth: soft/rough, wet/dry!, beautiful=lovely, long/short
song: sad=sorrowful/happy=glad, slow/fast=quick, long=lengthy/short, finished/unfinished!
metal: pure/impure!, cheap=inexpensive/expensive=costly, rare/common, heavy/light
thought: good/bad, important/unimportant!, difficult=hard/easy, new/old
entrance: locked/unlocked!, big=large/small, new/old, solid=sturdy
structure: high/low, safe/unsafe!, solid=sturdy, finished/unfinished!`,
  colours: `red, blue, green, white, black, purple`,
  measures: `big/small, old/young, fast=quick/slow, tall/short, strong/weak, heavy/light,
 rich/poor, happy/sad, kind/cruel, wild/tame, proud/humble, lazy/busy`,
  places: `in the kitchen < in the house, in the bedroom < in the house, in the garden,
    at the market < in the town, on the bridge, at the station < in the town, near the river,
    in the classroom < at school, in the castle, on the beach, behind the barn < on the farm,
    in the meadow < on the farm, in the bathroom < in the house, on the roof, in the prison,
    on the ship < at sea, on the island, in the desert, at the theatre < in the town,
    under the bridge, in the tent < at the camp, beside the lake, across the road,
    in the laboratory < at the university, at the wedding, near the border, in the cave`,
  times: `in the morning, after lunch, at midnight, on Sunday, on Friday, at night,
    in the afternoon, after supper, on Tuesday, in winter, in autumn, in July, at dusk,
    during the storm, after the concert, on Saturday, in December`,
};

/** The same words, told in each tense: both sentences of a pair have the same. */
export const TRAIN_WORLDS = TRAIN_TENSES.map((frames) => parseWorld({ ...WORDS, frames }));
