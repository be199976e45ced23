/** The frames of the training sentences, a set for each tense. */
import type { WorldText } from "./world";

type Frames = WorldText["frames"];

const PAST: Frames = {
  act: {
    plain: `
{a} {past} {o} {p} {t}
{o} {o.was} {en} by {a} {p} {t}
{t} {a} {past} {o} {p}
it {a.was1} {a} that {past} {o} {p} {t}
we heard that {a} {past} {o} {p} {t}
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
we heard that {o} {o.was} {en} by {a} {p} {t}
{t} {o} {o.was} {en} by {a} {p}`,
    negated: `
{a} did not {base} {o} {p} {t}
{o} {o.was} not {en} by {a} {p} {t}`,
  },
  state: {
    plain: `
{a} {p} {a.was} {q} {t}
we heard that {a} {p} {a.was} {q} {t}
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
we heard that {b} {get.past} {o} from {a} {p} {t}
{t} {a} {give.past} {o} to {b} {p}`,
    negated: `
{a} did not {give.base} {o} to {b} {p} {t}
{b} did not {get.base} {o} from {a} {p} {t}`,
  },
};

const PROGRESSIVE: Frames = {
  act: {
    plain: `
{a} {a.is} {ing} {o} {p} {t}
{o} {o.is} being {en} by {a} {p} {t}
{t} {a} {a.is} {ing} {o} {p}
look how {a} {a.is} {ing} {o} {p} {t}
they tell us that {o} {o.is} being {en} by {a} {p} {t}`,
    negated: `
{a} {a.is} not {ing} {o} {p} {t}
{o} {o.is} not being {en} by {a} {p} {t}
{t} {a} {a.is} not {ing} {o} {p}`,
  },
  meet: {
    plain: `
{a} {a.is} {ing} {o} {p} {t}
{o} {o.is} being {en} by {a} {p} {t}
look how {o} {o.is} being {en} by {a} {p} {t}
{p} {a} {a.is} {ing} {o} {t}`,
    negated: `
{a} {a.is} not {ing} {o} {p} {t}
{o} {o.is} not being {en} by {a} {p} {t}`,
  },
  state: {
    plain: `
{a} {p} {a.is} {q} {t}
they tell us that {a} {p} {a.is} {q} {t}
{t} {a} {p} {a.is} {q}`,
    negated: `
{a} {p} {a.is} not {q} {t}
they tell us that {a} {p} {a.is} not {q} {t}`,
  },
  compare: {
    plain: `
they tell us that {a} {a.is} {more} than {o} {t}
beside {o} {a} {a.is} {more} {t}
beside {a} {o} {o.is} {less} {t}`,
    negated: `
they tell us that {a} {a.is} not {more} than {o} {t}`,
  },
  transfer: {
    plain: `
{a} {a.is} {give.ing} {o} to {b} {p} {t}
{b} {b.is} {get.ing} {o} from {a} {p} {t}
look how {a} {a.is} {give.ing} {o} to {b} {p} {t}
{p} {b} {b.is} {get.ing} {o} from {a} {t}`,
    negated: `
{a} {a.is} not {give.ing} {o} to {b} {p} {t}
{b} {b.is} not {get.ing} {o} from {a} {p} {t}`,
  },
};

const PERFECT: Frames = {
  act: {
    plain: `
{a} {a.has} {en} {o} {p} {t}
{o} {o.has} been {en} by {a} {p} {t}
people say that {a} {a.has} {en} {o} {p} {t}
{p} {o} {o.has} been {en} by {a} {t}
it is {a} that {a.has} {en} {o} {p} {t}`,
    negated: `
{a} {a.has} not {en} {o} {p} {t}
{o} {o.has} not been {en} by {a} {p} {t}
people say that {o} {o.has} not been {en} by {a} {p} {t}`,
  },
  meet: {
    plain: `
{a} {a.has} {en} {o} {p} {t}
{o} {o.has} been {en} by {a} {p} {t}
people say that {o} {o.has} been {en} by {a} {p} {t}
{t} {a} {a.has} {en} {o} {p}`,
    negated: `
{a} {a.has} not {en} {o} {p} {t}
{o} {o.has} not been {en} by {a} {p} {t}`,
  },
  state: {
    plain: `
{a} {p} {a.has} been {q} {t}
people say that {a} {p} {a.has} been {q} {t}
{t} {a} {p} {a.has} been {q}`,
    negated: `
{a} {p} {a.has} not been {q} {t}
{t} {a} {p} {a.has} not been {q}`,
  },
  compare: {
    plain: `
{a} {a.has} been {more} than {o} {t}
{o} {o.has} been {less} than {a} {t}
people say that {a} {a.has} been {more} than {o} {t}`,
    negated: `
{a} {a.has} not been {more} than {o} {t}`,
  },
  transfer: {
    plain: `
{a} {a.has} {give.en} {o} to {b} {p} {t}
{b} {b.has} {get.en} {o} from {a} {p} {t}
people say that {a} {a.has} {give.en} {o} to {b} {p} {t}
{t} {b} {b.has} {get.en} {o} from {a} {p}`,
    negated: `
{a} {a.has} not {give.en} {o} to {b} {p} {t}
{b} {b.has} not {get.en} {o} from {a} {p} {t}`,
  },
};

const GOING: Frames = {
  act: {
    plain: `
{a} {a.is} going to {base} {o} {p} {t}
{o} {o.is} going to be {en} by {a} {p} {t}
{t} {a} {a.is} going to {base} {o} {p}
one can guess that {a} {a.is} going to {base} {o} {p} {t}
{p} {o} {o.is} going to be {en} by {a} {t}`,
    negated: `
{a} {a.is} not going to {base} {o} {p} {t}
{o} {o.is} not going to be {en} by {a} {p} {t}
{p} {a} {a.is} not going to {base} {o} {t}`,
  },
  meet: {
    plain: `
{a} {a.is} going to {base} {o} {p} {t}
{o} {o.is} going to be {en} by {a} {p} {t}
{p} {a} {a.is} going to {base} {o} {t}
one can guess that {o} {o.is} going to be {en} by {a} {p} {t}`,
    negated: `
{a} {a.is} not going to {base} {o} {p} {t}
{o} {o.is} not going to be {en} by {a} {p} {t}`,
  },
  state: {
    plain: `
{a} {p} {a.is} going to be {q} {t}
{t} {a} {p} {a.is} going to be {q}
one can guess that {a} {p} {a.is} going to be {q} {t}`,
    negated: `
{a} {p} {a.is} not going to be {q} {t}
one can guess that {a} {p} {a.is} not going to be {q} {t}`,
  },
  compare: {
    plain: `
{a} {a.is} going to be {more} than {o} {t}
{o} {o.is} going to be {less} than {a} {t}
one can guess that {a} {a.is} going to be {more} than {o} {t}`,
    negated: `
{a} {a.is} not going to be {more} than {o} {t}`,
  },
  transfer: {
    plain: `
{a} {a.is} going to {give.base} {o} to {b} {p} {t}
{b} {b.is} going to {get.base} {o} from {a} {p} {t}
{p} {a} {a.is} going to {give.base} {o} to {b} {t}
one can guess that {b} {b.is} going to {get.base} {o} from {a} {p} {t}`,
    negated: `
{a} {a.is} not going to {give.base} {o} to {b} {p} {t}
{b} {b.is} not going to {get.base} {o} from {a} {p} {t}`,
  },
};

const MUST: Frames = {
  act: {
    plain: `
{a} must {base} {o} {p} {t}
{o} must be {en} by {a} {p} {t}
the rule says that {a} must {base} {o} {p} {t}
{p} {o} must be {en} by {a} {t}
{t} {a} must {base} {o} {p}`,
    negated: `
{a} must not {base} {o} {p} {t}
{o} must not be {en} by {a} {p} {t}
the rule says that {o} must not be {en} by {a} {p} {t}`,
  },
  meet: {
    plain: `
{a} must {base} {o} {p} {t}
{o} must be {en} by {a} {p} {t}
the rule says that {o} must be {en} by {a} {p} {t}
{t} {a} must {base} {o} {p}`,
    negated: `
{a} must not {base} {o} {p} {t}
{o} must not be {en} by {a} {p} {t}`,
  },
  state: {
    plain: `
{a} {p} must be {q} {t}
the rule says that {a} {p} must be {q} {t}
{t} {a} {p} must be {q}`,
    negated: `
{a} {p} must not be {q} {t}
{t} {a} {p} must not be {q}`,
  },
  compare: {
    plain: `
{a} must be {more} than {o} {t}
{o} must be {less} than {a} {t}
the rule says that {a} must be {more} than {o} {t}`,
    negated: `
{a} must not be {more} than {o} {t}`,
  },
  transfer: {
    plain: `
{a} must {give.base} {o} to {b} {p} {t}
{b} must {get.base} {o} from {a} {p} {t}
the rule says that {b} must {get.base} {o} from {a} {p} {t}
{t} {a} must {give.base} {o} to {b} {p}`,
    negated: `
{a} must not {give.base} {o} to {b} {p} {t}
{b} must not {get.base} {o} from {a} {p} {t}`,
  },
};

export const TRAIN_TENSES: readonly Frames[] = [PAST, PROGRESSIVE, PERFECT, GOING, MUST];
