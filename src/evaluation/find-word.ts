/** Words of test questions in a vocabulary that may be in lower case throughout. */

/** What knows whether it has a word; word vectors do. */
export interface Vocabulary {
  has(word: string): boolean;
}

/** The word as written if the vocabulary has it, else in lower case; undefined without either. */
export function findWord(vocabulary: Vocabulary, word: string): string | undefined {
  if (vocabulary.has(word)) return word;
  const lower = word.toLowerCase();
  return vocabulary.has(lower) ? lower : undefined;
}
