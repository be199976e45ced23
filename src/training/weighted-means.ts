/**
 * Means over batches of different weight: of losses over the parts of a step, of metrics over a
 * held-out set.
 *
 *   mean = Σ n_k·x_k / Σ n_k
 */
export class WeightedMeans {
  private readonly sums: Record<string, number> = {};
  private total = 0;

  add(weight: number, values: Readonly<Record<string, number>>): void {
    this.total += weight;
    for (const [name, value] of Object.entries(values)) {
      this.sums[name] = (this.sums[name] ?? 0) + weight * value;
    }
  }

  means(): Record<string, number> {
    const entries = Object.entries(this.sums).map(([name, sum]) => [name, sum / this.total]);
    return Object.fromEntries(entries) as Record<string, number>;
  }
}
