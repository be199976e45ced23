/**
 * English function words: so frequent, and so empty of topic, that counting them says little.
 *
 * A list is a choice, not a fact. "not" is on it, and with it goes the difference between a good
 * and a bad review; "who" goes, and with it a band. Pass `stopWords: ENGLISH_STOP_WORDS`, look at
 * what becomes better and worse, and edit a copy. The words are in lower case and as the default
 * token pattern cuts them: "isn't" arrives as "isn".
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
export const ENGLISH_STOP_WORDS: readonly string[] = [
  // Articles, determiners, quantities.
  ..."a an the this that these those each every either neither both all any some no none".split(
    " ",
  ),
  ..."few many much more most less least several such same other another own enough".split(" "),
  // Pronouns and question words.
  ..."i me my mine myself we us our ours ourselves you your yours yourself yourselves".split(" "),
  ..."he him his himself she her hers herself it its itself one they them their theirs".split(" "),
  ..."themselves who whom whose which what where when why how there here".split(" "),
  // Prepositions.
  ..."of in on at by for with from to into onto upon out off up down over under above".split(" "),
  ..."below between among through during before after since until within without".split(" "),
  ..."about against around across along behind beside toward towards via per".split(" "),
  // Conjunctions and particles.
  ..."and or but nor so yet if then else than as because while although though whether".split(" "),
  ..."not only also too very just even still again ever never always once almost rather".split(" "),
  // Auxiliary verbs, and what an apostrophe leaves of them.
  ..."be am is are was were been being have has had having do does did doing done".split(" "),
  ..."can could will would shall should may might must ought cannot".split(" "),
  ..."isn aren wasn weren hasn haven hadn don doesn didn won wouldn couldn shouldn ll ve re".split(
    " ",
  ),
];
