import { cpus, totalmem } from 'node:os';

export type KeystrokeFigures = {
  n: number;
  median_ms: number;
  p95_ms: number;
  p99_ms: number;
  max_ms: number;
};

export type ClassFigures = { n: number; found_in_nine: number; found_first: number };

/** What one process measured of one engine. */
export type Figures = {
  open_ms: number;
  keystroke: KeystrokeFigures;
  /** Shares of the labelled queries. The same title and body count as the wanted reply. */
  found_in_nine: number;
  found_first: number;
  /** The same, where the field that the query was cut from counts alone: title, body or shortcode. */
  same_field: { found_in_nine: number; found_first: number };
  by_class: Record<string, ClassFigures>;
  /** Growth of the process from before opening to after all queries, garbage collected. */
  memory_mb: number;
  /** How many keystrokes and labelled queries there were; fewer were run where time ran out. */
  keystrokes_planned: number;
  labels_planned: number;
};

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** Nearest-rank percentiles of times in milliseconds. */
export function keystrokeFigures(times: readonly number[]): KeystrokeFigures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN, 3);
  return { n: sorted.length, median_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99), max_ms: at(1) };
}

/** The machine in one line. */
export function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memory} GB, ${process.platform}, Node ${process.versions.node}`;
}
