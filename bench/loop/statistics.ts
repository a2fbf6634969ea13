/** What a set of samples comes to; milliseconds or whatever unit the samples have. */
export type Summary = { n: number; min: number; median: number; p95: number; max: number };

/** The smallest sample that at least `share` (0 to 1) of the sorted samples do not exceed: nearest rank, no interpolation. */
export function percentile(sorted: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** Summarises samples; `null` when there are none. The median of an even number is the mean of the middle two. */
export function summarize(samples: readonly number[]): Summary | null {
  if (samples.length === 0) return null;
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  const lower = sorted[middle - 1] ?? Number.NaN;
  return {
    n: sorted.length,
    min: sorted[0] ?? Number.NaN,
    median: sorted.length % 2 === 1 ? upper : (lower + upper) / 2,
    p95: percentile(sorted, 0.95),
    max: sorted.at(-1) ?? Number.NaN,
  };
}
