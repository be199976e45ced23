/**
 * The world of dev and test: other words, other frames, another tense. Its words stand in the
 * corpus of the course, so a model trained on that can know what they mean.
 */
import { parseWorld } from "./world";

export const HELD_OUT_WORLD = parseWorld({
  people: `
child: boy, girl, baby
person: carpenter, painter, blacksmith, clockmaker, nurse, teacher
guest: soldier, sailor, ambassador, lawyer, minister
player: goalkeeper, striker, batter, pitcher`,
  animals: `
bird: duck, goose, swan, crow, owl, eagle
animal: lion, bear, wolf, tiger, monkey`,
  things: `
tree: oak, birch, willow, pine
tool: hammer, spade, axe, rake, saw
boat: ferry, canoe, yacht, raft
flower: rose, tulip, daisy, lily, poppy
picture: portrait, sketch, map, photograph
building: church, hotel, museum, library, hospital, shop=store
meal: soup, stew, pie, omelette, salad
machine: clock, telephone, computer, printer, camera, radio
treasure: crown, sword, goblet`,
  uncounted: `person, player, tool, boat, picture, building, meal, treasure`,
  coloured: `boat, flower, building, machine`,
  fixed: `building`,
  actions: `
tree: draw=sketch, burn, measure, paint, guard, water
tool: carry, borrow, use, repair=mend, steal
boat: paint, sail, repair=mend, load, steal
flower: draw=sketch, water, bring, sell/buy
picture: hang, examine=inspect, steal, sell/buy, measure
building: open/close=shut, visit, guard, paint, leave
meal: serve, praise, burn, bring, steal
machine: repair=mend, break, test, use, carry
treasure: steal, guard, measure, sell/buy, examine=inspect, bring`,
  meetings: `feed, fight, kiss, guard, save, scratch, visit, hunt`,
  transfers: `sell/buy, lend/borrow`,
  personQualities: `brave=courageous/timid=shy, clever=intelligent/foolish=stupid, sick=ill/healthy,
    patient/impatient!,
    cheerful=merry=jolly/gloomy=unhappy, polite/impolite!, lucky/unlucky!, famous, honest, hungry,
    angry/calm`,
  thingQualities: `
tree: thick/thin, strange=odd=peculiar/ordinary, splendid=marvellous
tool: sharp/blunt, rusty, broken
boat: full/empty, wide/narrow, splendid=marvellous
flower: fresh, pretty/ugly, strange=odd=peculiar/ordinary
picture: famous, usual/unusual!, strange=odd=peculiar/ordinary, splendid=marvellous
building: full/empty, dark/bright, open/closed!, famous
meal: hot/cold, pleasant/unpleasant!, fresh/stale, wonderful=marvellous/dreadful=terrible
machine: broken, noisy/silent, simple/complicated
treasure: golden, splendid=marvellous, strange=odd=peculiar/ordinary`,
  colours: `yellow, brown, grey, pink, golden`,
  measures: `fat/thin, pretty/ugly, clean/dirty, loud/quiet`,
  places: `on the lawn < in the park, by the pond < in the park, in the attic, in the harbour,
    on the balcony < at the hotel, in the forest, in the cellar, at the airport,
    on the mountain, in front of the palace, in the workshop < in the factory`,
  times: `this evening, at dawn, before breakfast, on Monday, at noon, this summer`,
  frames: {
    act: {
      plain: `
{a} will {base} {o} {p} {t}
{o} will be {en} by {a} {p} {t}
everyone knows that {a} will {base} {o} {p} {t}
there {a.is1} {A} who will {base} {o} {p} {t}
{p}, {a} will {base} {o} {t}`,
      negated: `
{a} will not {base} {o} {p} {t}
{o} will not be {en} by {a} {p} {t}
{p}, {a} will not {base} {o} {t}`,
    },
    meet: {
      plain: `
{a} will {base} {o} {p} {t}
{o} will be {en} by {a} {p} {t}
everyone knows that {o} will be {en} by {a} {p} {t}
{p}, {o} will be {en} by {a} {t}`,
      negated: `
{a} will not {base} {o} {p} {t}
{o} will not be {en} by {a} {p} {t}`,
    },
    state: {
      plain: `
{a} {p} will be {q} {t}
everyone knows that {a} {p} will be {q} {t}`,
      negated: `
{a} {p} will not be {q} {t}
everyone knows that {a} {p} will not be {q} {t}`,
    },
    compare: {
      plain: `
{a} {a.is} {more} than {o} {t}
{o} {o.is} {less} than {a} {t}
everyone can see that {a} {a.is} {more} than {o} {t}`,
      negated: `
{a} {a.is} not {more} than {o} {t}`,
    },
    transfer: {
      plain: `
{a} will {give.base} {o} to {b} {p} {t}
{b} will {get.base} {o} from {a} {p} {t}
{p}, {b} will {get.base} {o} from {a} {t}`,
      negated: `
{a} will not {give.base} {o} to {b} {p} {t}
{b} will not {get.base} {o} from {a} {p} {t}`,
    },
  },
});
