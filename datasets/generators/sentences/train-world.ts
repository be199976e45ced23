/** The world of the training sentences. Nothing of it, but for numbers, stands in dev and test. */
import { parseWorld } from "./world";

export const TRAIN_WORLD = parseWorld({
  people: `
worker: cook=chef, baker, farmer, tailor, mechanic, dentist, plumber, postman=mailman
relative: mother=mum, father=dad, uncle, aunt, cousin, nephew
musician: singer=vocalist, drummer, violinist=fiddler, pianist
noble: king, queen, duke, prince`,
  animals: `
creature: dog=hound, cat, horse, rabbit=bunny, cow, donkey, fox, sheep`,
  things: `
fruit: apple, pear, plum, lemon, orange, cherry
vehicle: car=automobile, bus, tram, bicycle=bike, van, tractor
garment: coat, shirt, hat, scarf, skirt, jacket
instrument: piano, violin=fiddle, guitar, flute, trumpet
piece of furniture: table, chair, bed, sofa=couch, cupboard
drink: tea, coffee, milk, juice, wine
text: letter, newspaper=paper, poem, report, story=tale
gift: ball, watch, necklace, perfume`,
  uncounted: `drink, piece of furniture`,
  actions: `
fruit: eat=consume, wash=rinse, cut=slice, peel, pick
vehicle: drive, wash, push/pull, admire, stop/start
garment: wear, iron, sew, wash, fold
instrument: play, tune, hold, hide=conceal/show, admire
piece of furniture: build=construct/destroy, move, dust, polish, touch
drink: drink, taste=try, pour, spill, order=request
text: read, write, tear up/glue together, copy, hide=conceal/show
gift: wrap, drop/lift, lose/find, choose=select`,
  meetings: `follow/avoid, thank, help, kick, push/pull, watch=observe, love/hate, warn,
 call, catch`,
  transfers: `give/get, send/receive`,
  personQualities: `old/young, happy=glad/sad=sorrowful, rich=wealthy/poor, tall/short,
 tired=weary/rested, lazy/busy,
    married/unmarried!, guilty/innocent!`,
  thingQualities: `
fruit: sweet/sour, ripe/unripe!, big=large/small
vehicle: new/old, safe/unsafe!, big=large/small, cheap=inexpensive/expensive=costly
garment: new/old, wet/dry!, cheap=inexpensive/expensive=costly, beautiful=lovely
instrument: new/old, cheap=inexpensive/expensive=costly, beautiful=lovely
piece of furniture: new/old, stable/unstable!, big=large/small, heavy/light
drink: sweet/bitter, strong=powerful/weak, cheap=inexpensive/expensive=costly
text: long=lengthy/short, beautiful=lovely, finished/unfinished!, boring=dull/exciting=thrilling
gift: big=large/small, cheap=inexpensive/expensive=costly, beautiful=lovely`,
  colours: `red, blue, green, white, black`,
  measures: `big/small, old/young, fast=quick/slow, tall/short, strong/weak`,
  places: `in the kitchen < in the house, in the bedroom < in the house, in the garden,
    at the market < in the town, on the bridge, at the station < in the town, near the river,
    in the classroom < at school, in the castle, on the beach, behind the barn < on the farm`,
  times: `in the morning, after lunch, at midnight, on Sunday, last week, on Friday`,
  frames: {
    act: {
      plain: `
{a} {past} {o} {p} {t}
{o} {o.was} {en} by {a} {p} {t}
{t} {a} {past} {o} {p}
it {a.was1} {a} that {past} {o} {p} {t}
{p} {o} {o.was} {en} by {a} {t}`,
      negated: `
{a} did not {base} {o} {p} {t}
{o} {o.was} not {en} by {a} {p} {t}
{t} {a} did not {base} {o} {p}`,
    },
    meet: {
      plain: `
{a} {past} {o} {p} {t}
{o} {o.was} {en} by {a} {p} {t}
it {a.was1} {a} that {past} {o} {p} {t}
{t} {o} {o.was} {en} by {a} {p}`,
      negated: `
{a} did not {base} {o} {p} {t}
{o} {o.was} not {en} by {a} {p} {t}`,
    },
    state: {
      plain: `
{a} {p} {a.was} {q} {t}
{t} {a} {p} {a.was} {q}`,
      negated: `
{a} {p} {a.was} not {q} {t}
{t} {a} {p} {a.was} not {q}`,
    },
    compare: {
      plain: `
{a} {a.was} {more} than {o} {t}
{o} {o.was} {less} than {a} {t}
{t} {a} {a.was} {more} than {o}`,
      negated: `
{a} {a.was} not {more} than {o} {t}`,
    },
    transfer: {
      plain: `
{a} {give.past} {o} to {b} {p} {t}
{b} {get.past} {o} from {a} {p} {t}
{t} {a} {give.past} {o} to {b} {p}`,
      negated: `
{a} did not {give.base} {o} to {b} {p} {t}
{b} did not {get.base} {o} from {a} {p} {t}`,
    },
  },
});
