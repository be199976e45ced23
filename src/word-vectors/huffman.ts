/**
 * A Huffman tree over the vocabulary: frequent words lie near the root.
 *
 * Join the two rarest nodes into one, again and again, until one is left. Each word is then a walk
 * from the root, left (0) or right (1) at every inner node, and frequent words have short walks:
 * the average is within one step of the entropy of the word counts.
 *
 * Huffman 1952, "A Method for the Construction of Minimum-Redundancy Codes". Ties: the node that
 * came first is taken first (words by number, then inner nodes as they are made); of the two
 * joined, the first taken gets 0.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { checkCounts } from "./negative-sampling";

/** The way from the root to a word. */
export interface HuffmanPath {
  /** Inner nodes on the way, from 0 to V - 2; the root is V - 2. */
  nodes: number[];
  /** Which way to turn at each of them, 0 or 1. */
  bits: number[];
}

/** One path per word. With a single word there is nothing to decide: its path is empty. */
export function huffmanPaths(counts: ArrayLike<number>): HuffmanPath[] {
  checkCounts("huffmanPaths", counts);
  const { parents, bits, root } = joinNodes(counts);
  return Array.from({ length: counts.length }, (_, word) => {
    const path: HuffmanPath = { nodes: [], bits: [] };
    for (let node = word; node !== root; node = parents[node]!) {
      path.nodes.push(parents[node]! - counts.length);
      path.bits.push(bits[node]!);
    }
    path.nodes.reverse();
    path.bits.reverse();
    return path;
  });
}

/**
 * Words sorted by count, and inner nodes in the order they are made, are two queues that both grow:
 * the smallest is always at the head of one of them, so no heap is needed.
 */
function joinNodes(counts: ArrayLike<number>) {
  const numWords = counts.length;
  const weights = new Float64Array(2 * numWords - 1);
  for (let word = 0; word < numWords; word++) weights[word] = counts[word]!;
  const parents = new Uint32Array(weights.length);
  const bits = new Uint8Array(weights.length);
  const words = Array.from({ length: numWords }, (_, word) => word);
  words.sort((a, b) => weights[a]! - weights[b]! || a - b);

  let nextWord = 0;
  let nextInner = numWords;
  let made = numWords;
  const takeSmallest = () => {
    const hasWord = nextWord < numWords;
    const hasInner = nextInner < made;
    const takeWord = hasWord && (!hasInner || weights[words[nextWord]!]! <= weights[nextInner]!);
    return takeWord ? words[nextWord++]! : nextInner++;
  };
  for (; made < weights.length; made++) {
    const first = takeSmallest();
    const second = takeSmallest();
    weights[made] = weights[first]! + weights[second]!;
    parents[first] = parents[second] = made;
    bits[second] = 1;
  }
  return { parents, bits, root: weights.length - 1 };
}
