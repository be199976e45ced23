/** What the questions are about, and the ways to ask. Training and held-out share no topic. */

export interface QuestionTopic {
  /** Values of {x}, and of {y} where there is one. */
  slots: string[][];
  /** The ways to ask each of several things. */
  intents: string[][];
}

export interface Questions {
  topics: QuestionTopic[];
  /** What may stand before a question and changes nothing. */
  openings: string[];
}

export const TRAIN_QUESTIONS: Questions = {
  openings: ["", "", "", "Please tell me: ", "A question to all: ", "Does anybody know this? "],
  topics: parseTopics(`
x: dog, cat, horse, rabbit, cow, donkey, parrot, hamster
y: in winter, at night, in the heat, on a journey, in the rain
 What should @a {x} eat {y}? / Which food is best for @a {x} {y}? / What do I feed @a {x} {y}?
 How much water does @a {x} drink {y}? / How much does @a {x} need to drink {y}?
 Where should @a {x} sleep {y}? / What is the best place for @a {x} to sleep {y}?
 How long does @a {x} sleep {y}? / How many hours does @a {x} sleep {y}?

x: apple pie, fish soup, potato salad, plum cake, tomato sauce, onion soup, lemon tart, rice pudding
y: at home, for ten guests, for children, with little salt, in an hour
 How do I make {x} {y}? / What is the recipe for {x} {y}? / What is the way to cook {x} {y}?
 How long can I keep {x} made {y}? / When does {x} made {y} go bad?
 What goes well with {x} {y}? / What can I serve with {x} {y}?
 How much {x} do I need {y}? / What is the right amount of {x} {y}?

x: guitar, piano, violin, flute, trumpet, drum
y: as an adult, with few lessons, as a beginner, with short fingers
 How do I learn the {x} {y}? / What is the best way to learn to play the {x} {y}?
 How difficult is the {x} {y}? / Is the {x} difficult to play {y}?
 Which {x} should I get {y}? / What is a good {x} {y}?
 How often must I practise the {x} {y}? / How many times a week should I play the {x} {y}?

x: Paris, Rome, Madrid, Vienna, London, Berlin, Athens, Lisbon
y: by train, on foot, with children, by car
 How do I get to {x} {y}? / What is the best way to travel to {x} {y}?
 What can I see in {x} {y}? / Which sights are there in {x} {y}?
 How much does a trip to {x} cost {y}? / What is the price of a trip to {x} {y}?
 How far is it from {x} to the sea {y}? / What is the distance between {x} and the sea {y}?
 How far is it from the sea to {x} {y}? / What is the distance between the sea and {x} {y}?

x: car, bus, tram, bicycle, van, tractor
y: in the cold, after a long rest, on a hill, in the rain, in the morning
 Why does my {x} not start {y}? / What keeps my {x} from starting {y}?
 How do I stop @a {x} {y}? / What must I do to make @a {x} stop {y}?
 How fast is @a {x} {y}? / What speed does @a {x} have {y}?
 Who can mend my {x} {y}? / Where do I find someone to mend my {x} {y}?

x: coat, shirt, hat, scarf, skirt, jacket
y: made of wool, made of silk, made of cotton, with a stain, for a child
 How do I wash @a {x} {y}? / What is the right way to clean @a {x} {y}?
 How do I sew @a {x} {y}? / How can I make @a {x} {y} myself?
 What does @a {x} {y} cost? / How much do I have to pay for @a {x} {y}?
 When should I not wear @a {x} {y}? / On what occasions is @a {x} {y} wrong?
`),
};

export const HELD_OUT_QUESTIONS: Questions = {
  openings: ["", "", "", "I asked my neighbour: ", "Nobody could say it: ", "One more thing: "],
  topics: parseTopics(`
x: rose, tulip, daisy, lily, poppy, oak, birch, willow
y: in the shade, by the pond, near the wall, in dry soil, in the park, this summer
 When is the right time to plant @a {x} {y}? / In which month do I plant @a {x} {y}?
 Why did the {x} die {y}? / What killed the {x} {y}?
 How big does @a {x} grow {y}? / What size does @a {x} become {y}?
 Is @a {x} good for bees {y}? / Do bees like @a {x} {y}?

x: bank, museum, library, hotel, church, hospital, post office, theatre
y: on Sunday, this evening, at noon, before breakfast, on Monday
 When is the {x} open {y}? / At what hours can one visit the {x} {y}?
 Where is the {x} that is open {y}? / In which street is the {x} that is open {y}?
 Who guards the {x} {y}? / Which person guards the {x} {y}?
 Why is the {x} closed {y}? / For what reason is the {x} closed {y}?

x: duck, goose, swan, owl, eagle, crow
y: at dusk, in the forest, on the lake, at dawn, in the snow
 What does @a {x} hunt {y}? / Which animals does @a {x} hunt {y}?
 What hunts @a {x} {y}? / Which animals hunt @a {x} {y}?
 How high can @a {x} fly {y}? / What height does @a {x} reach {y}?
 Where does @a {x} build its nest {y}? / In what place is the nest of @a {x} {y}?

x: clock, camera, computer, telephone, printer, radio
y: with a broken spring, in the office, from the workshop, with a battery, from the factory
 Who repaired the {x} {y}? / By whom was the {x} {y} repaired?
 How do I repair the {x} {y}? / What must I do when the {x} {y} is broken?
 Who broke the {x} {y}? / By whom was the {x} {y} broken?
 Can I sell the {x} {y}? / Will somebody buy the {x} {y} from me?

x: carpenter, painter, nurse, teacher, lawyer, sailor
y: in the city, in a small village, without an exam, at sixty, in the north
 How does one become @a {x} {y}? / What must one do to be @a {x} {y}?
 How much money does @a {x} earn {y}? / What is the wage of @a {x} {y}?
 Is it hard to be @a {x} {y}? / Is the life of @a {x} {y} a hard one?
 How many hours does @a {x} work {y}? / How long is the day of @a {x} {y}?
`),
};

/** Topics stand apart by an empty line; the lines of an intent begin with a space. */
function parseTopics(text: string): QuestionTopic[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const lines = block.split("\n");
      const slots = lines.filter((line) => /^\w:/.test(line));
      const intents = lines.filter((line) => line.startsWith(" "));
      return {
        slots: slots.map((line) =>
          line
            .slice(2)
            .split(",")
            .map((word) => word.trim()),
        ),
        intents: intents.map((line) => line.split(" / ").map((form) => form.trim())),
      };
    });
}
