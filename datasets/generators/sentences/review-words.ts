/** The words and frames of the reviews. Training and held-out share no topic and no adjective. */

export interface ReviewTopic {
  name: string;
  things: string[];
  parts: string[];
  /** What is good of its parts, and what is bad. */
  praise: string[];
  blame: string[];
}

export interface ReviewWords {
  topics: ReviewTopic[];
  /** Adjectives for every topic. */
  positive: string[];
  negative: string[];
  verdicts: { positive: string[]; negative: string[] };
  /** {same} and {again} say what the label says, {opposite} the contrary. */
  frames: string[];
}

const list = (text: string) => text.split(",").map((entry) => entry.trim());
const topic = (
  name: string,
  things: string,
  parts: string,
  praise: string,
  blame: string,
): ReviewTopic => ({
  name,
  things: list(things),
  parts: list(parts),
  praise: list(praise),
  blame: list(blame),
});

export const TRAIN_REVIEWS: ReviewWords = {
  topics: [
    topic(
      "restaurant",
      "restaurant, café, inn",
      "soup, meat, waiter, wine, dessert",
      "tasty, delicious",
      "tasteless, greasy",
    ),
    topic(
      "film",
      "film, comedy, cartoon",
      "plot, music, ending, acting, first half",
      "moving, exciting",
      "boring, predictable",
    ),
    topic(
      "phone",
      "phone, tablet, laptop",
      "screen, battery, case, sound, button",
      "handy, solid",
      "fragile, slow",
    ),
    topic(
      "coat",
      "coat, jacket, sweater",
      "lining, colour, collar, zip, cloth",
      "comfortable, soft",
      "itchy, shabby",
    ),
  ],
  positive: list("excellent, great, lovely, perfect, superb, fantastic"),
  negative: list("awful, poor, horrible, useless, disappointing, bad"),
  verdicts: {
    positive: list("I can recommend it, I would go for it again, I am very pleased"),
    negative: list("I want my money back, I would not choose it again, I am very annoyed"),
  },
  frames: [
    "the {thing} was {same}, and the {part} was {again} too.",
    "the {part} was {same}. {verdict}.",
    "I had thought the {thing} would be {opposite}, but it was {same}.",
    "the {part} was {opposite}, but all in all this is @a {same} {thing}.",
    "what @a {same} {thing}! The {part} could not be called {opposite}.",
    "the {part} was not {opposite} at all. {verdict}.",
    "my friends say the {thing} is {opposite}. I say it is {same}.",
    "{verdict}, although the {part} was {opposite}.",
    "after a year the {part} is still {same}, and so is the {other}.",
  ],
};

export const HELD_OUT_REVIEWS: ReviewWords = {
  topics: [
    topic(
      "hotel",
      "hotel, cabin, cottage",
      "bed, room, garden, balcony, bathroom",
      "clean, quiet",
      "dirty, noisy",
    ),
    topic(
      "book",
      "book, novel, story",
      "hero, heroine, title, last word, scene in the forest",
      "clever, funny",
      "stupid, dull",
    ),
    topic(
      "concert",
      "concert, opera, symphony",
      "singer, conductor, orchestra, choir, pianist",
      "brilliant, lively",
      "weak, clumsy",
    ),
    topic(
      "journey",
      "journey, flight, ferry",
      "captain, driver, food, ticket, meeting at the port",
      "pleasant, smooth",
      "unpleasant, rough",
    ),
  ],
  positive: list("wonderful, marvellous, splendid, nice"),
  negative: list("terrible, dreadful, nasty, ugly"),
  verdicts: {
    positive: list("everyone in my family liked it, it made us happy, we were sad when it ended"),
    negative: list("nobody in my family liked it, it made us angry, we were glad when it ended"),
  },
  frames: [
    "we found the {part} {same} and the {other} {again}.",
    "everyone told us that the {thing} is {opposite}, but it is {same}.",
    "never before have I seen @a {thing} so {same}.",
    "{verdict}, for the {part} was {same}.",
    "the {part} is far from {opposite}, and {verdict}.",
    "only the {part} was {opposite}; the rest of the {thing} was {same}.",
    "is it {opposite}? No, this {thing} is {same}.",
    "I know that the {part} was {opposite}, but the {thing} was {same}.",
    "yesterday the {thing} was {same} once more, above all the {part}.",
  ],
};
