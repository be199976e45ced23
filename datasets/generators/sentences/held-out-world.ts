/**
 * The world of dev and test: other words, other frames, another tense. Its words stand in the
 * corpus of the course, so a model trained on that can know what they mean.
 */
import { parseWorld } from "./world";

export const HELD_OUT_WORLD = parseWorld({
  people: `
child: boy, girl, baby
craftsman: carpenter, painter, blacksmith, clockmaker
guest: teacher, lawyer, sailor, soldier, nurse, policeman=officer
official: mayor, judge, minister, ambassador`,
  animals: `
bird: duck, goose, swan, crow, owl, eagle
beast: lion, bear, wolf, tiger, elephant, monkey`,
  things: `
vegetable: potato, carrot, onion, tomato, cabbage
tool: hammer, saw, spade, axe, rake
boat: ferry, canoe, yacht, raft
flower: rose, tulip, daisy, lily, poppy
picture: portrait, sketch, map, photograph
building: church, hotel, museum, library, shop=store
meal: soup, stew, pie, omelette, pancake
machine: clock, telephone, computer, printer, camera`,
  actions: `
vegetable: boil, chop, steal, weigh, grow
tool: sharpen, carry, borrow, raise/lower, use
boat: paint, sail, repair=mend, load, rent
flower: draw=sketch, water, smell, protect, sell/buy
picture: hang, examine=inspect, steal, sell/buy, measure
building: enter/leave, open/close=shut, visit, guard, paint
meal: serve, praise, burn, enjoy, bake
machine: repair=mend, break, test, use, switch on/switch off`,
  meetings: `chase, feed, scratch, greet, kiss, guard=protect, save, fight, visit`,
  transfers: `sell/buy, lend/borrow`,
  personQualities: `brave=courageous/timid=shy, clever=intelligent/foolish=stupid, sick=ill/healthy,
    cheerful=merry=jolly/gloomy=unhappy, polite/rude, lucky/unlucky!, famous/unknown, honest,
    hungry, angry=furious/calm`,
  thingQualities: `
vegetable: hot/cold, fresh/stale, thick/thin
tool: sharp/blunt, rusty, broken
boat: full/empty, wide/narrow, splendid=marvellous
flower: fresh, pretty/ugly, strange=odd=peculiar/ordinary
picture: famous/unknown, strange=odd=peculiar/ordinary, splendid=marvellous
building: full/empty, dark/bright, open/closed!
meal: hot/cold, fresh/stale, wonderful=marvellous/dreadful=terrible
machine: broken, noisy/silent, simple/complicated`,
  colours: `yellow, brown, grey, pink, golden`,
  measures: `fat/thin, pretty/ugly, clean/dirty, loud/quiet, wild/tame`,
  places: `on the lawn < in the park, by the pond < in the park, in the attic, in the harbour,
    on the balcony < at the hotel, in the forest, in the cellar, at the airport,
    on the mountain, in front of the palace, in the workshop < in the factory`,
  times: `this evening, at dawn, before breakfast, on Monday, at noon, this summer`,
  frames: {
    act: {
      plain: `
{a} {a.is} {ing} {o} {p} {t}
{o} {o.is} being {en} by {a} {p} {t}
there {a.is1} {A} who {a.is} {ing} {o} {p} {t}
we can see {a} {ing} {o} {p} {t}
{p}, {a} {a.is} {ing} {o} {t}`,
      negated: `
{a} {a.is} not {ing} {o} {p} {t}
{o} {o.is} not being {en} by {a} {p} {t}
{p}, {a} {a.is} not {ing} {o} {t}`,
    },
    meet: {
      plain: `
{a} {a.is} {ing} {o} {p} {t}
{o} {o.is} being {en} by {a} {p} {t}
we can see {a} {ing} {o} {p} {t}
{p}, {o} {o.is} being {en} by {a} {t}`,
      negated: `
{a} {a.is} not {ing} {o} {p} {t}
{o} {o.is} not being {en} by {a} {p} {t}`,
    },
    state: {
      plain: `
{a} {p} {a.is} {q} {t}
everyone can see that {a} {p} {a.is} {q} {t}`,
      negated: `
{a} {p} {a.is} not {q} {t}
everyone can see that {a} {p} {a.is} not {q} {t}`,
    },
    compare: {
      plain: `
{a} {a.is} {more} than {o} {t}
{o} {o.is} {less} than {a} {t}
everyone knows that {a} {a.is} {more} than {o} {t}`,
      negated: `
{a} {a.is} not {more} than {o} {t}`,
    },
    transfer: {
      plain: `
{a} {a.is} {give.ing} {o} to {b} {p} {t}
{b} {b.is} {get.ing} {o} from {a} {p} {t}
we can see {b} {get.ing} {o} from {a} {p} {t}`,
      negated: `
{a} {a.is} not {give.ing} {o} to {b} {p} {t}
{b} {b.is} not {get.ing} {o} from {a} {p} {t}`,
    },
  },
});
