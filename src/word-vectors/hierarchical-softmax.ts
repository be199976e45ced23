/**
 * Hierarchical softmax: a word is reached by a few yes-or-no turns in a tree, so its probability
 * needs about log2(V) scores instead of V.
 *
 *   P(word) = Π_k (bit_k = 0 ? σ(h · n_k) : 1 − σ(h · n_k))        n_k: inner nodes on the way
 *   L = −log P(word)
 *
 * At each node both ways sum to 1, so the words of the whole tree do too: a real distribution,
 * which negative sampling does not give.
 *
 * Morin & Bengio 2005, "Hierarchical Probabilistic Neural Network Language Model"; with a Huffman
 * tree in Mikolov et al. 2013, "Efficient Estimation of Word Representations in Vector Space",
 * section 2.1. As in the C program the label at a node is 1 − bit.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { dot, type EmbeddingTable } from "./embedding-table";
import type { HuffmanPath } from "./huffman";
import { logisticUpdate, sigmoid, type OutputUpdate } from "./output-update";

/**
 * One update of the inner nodes on the way to a word.
 *
 * @param hidden [D]; it stays as it is
 * @param nodes  [V - 1, D] a vector for each inner node; changed
 */
export function hierarchicalSoftmaxUpdate(
  hidden: ArrayLike<number>,
  nodes: EmbeddingTable,
  { path, learningRate }: { path: HuffmanPath; learningRate: number },
): OutputUpdate {
  const labels = path.bits.map((bit) => 1 - bit);
  return logisticUpdate(hidden, nodes, { rows: path.nodes, labels }, learningRate);
}

/** P(word) of the word at the end of this path, from 0 to 1. */
export function pathProbability(
  hidden: ArrayLike<number>,
  nodes: EmbeddingTable,
  path: HuffmanPath,
): number {
  return path.nodes.reduce((product, node, k) => {
    const left = sigmoid(dot(hidden, nodes.row(node)));
    return product * (path.bits[k] === 0 ? left : 1 - left);
  }, 1);
}
