import type { Figures } from './figures.ts';

export type Row = Figures & { engine: string; note: string; build_ms: number };

/** Column names of the comparison. */
export const tableHead = [
  '  engine        ',
  '  median ms',
  '   p99 ms',
  '   in nine',
  '  first',
  '   open ms',
  ' memory MB',
  '  build ms',
].join('');

/** One engine of the comparison; says so where `budget` seconds were not enough for every keystroke. */
export function tableLine(row: Row, budget: number): string {
  const { keystroke, keystrokes_planned: planned } = row;
  const cells = [
    `  ${row.engine.padEnd(14)}`,
    keystroke.median_ms.toFixed(2).padStart(11),
    keystroke.p99_ms.toFixed(2).padStart(9),
    row.found_in_nine.toFixed(3).padStart(10),
    row.found_first.toFixed(3).padStart(7),
    row.open_ms.toFixed(0).padStart(10),
    row.memory_mb.toFixed(0).padStart(10),
    row.build_ms.toFixed(0).padStart(10),
  ];
  const note = keystroke.n < planned ? `  (${keystroke.n} of ${planned} keystrokes in ${budget} s)` : '';
  return cells.join('') + note;
}
