import type {
  ImportDone,
  ImportPreview,
  ImportProblem,
  ImportSource,
  TableMapping,
} from '../../../shared/contract/transfer-calls.ts';
import type { Result } from '../../../shared/result.ts';
import type { DialogProblem } from './problem-words.ts';

/** The table of a preview: how it was read and what it holds. */
export type ImportTable = NonNullable<ImportPreview['table']>;

/** Where the dialog stands. */
export type ImportFlow =
  | { step: 'choose'; problem: DialogProblem | null }
  /** Files are being taken over or read for the first time. `from` says where a cancelled reading goes back to. */
  | { step: 'reading'; names: string[] }
  | { step: 'mapping'; table: ImportTable; problem: DialogProblem | null; busy: boolean }
  /** `stale` is set when the rows are not those of the present choice: they cannot be imported. */
  | {
      step: 'preview';
      preview: ImportPreview;
      problem: DialogProblem | null;
      busy: boolean;
      stale: boolean;
    }
  | { step: 'applying'; preview: ImportPreview }
  | { step: 'done'; preview: ImportPreview; done: ImportDone };

/** What a preview was asked for: a source just chosen, corrected columns, or another target or policy. */
export type PreviewReason = 'source' | 'mapping' | 'choice';

type PreviewResult = Result<ImportPreview, ImportProblem | { kind: 'unexpected' }>;

/** The state while a preview is being made. */
export function whilePreviewing(flow: ImportFlow, source: ImportSource, reason: PreviewReason): ImportFlow {
  if (reason === 'source') return { step: 'reading', names: source.names };
  if (flow.step === 'mapping') return { ...flow, busy: true, problem: null };
  if (flow.step === 'preview') return { ...flow, busy: true, stale: true, problem: null };
  // The library changed between preview and import: the same rows are compared anew.
  if (flow.step === 'applying') {
    return { step: 'preview', preview: flow.preview, problem: null, busy: true, stale: true };
  }
  return { step: 'reading', names: source.names };
}

/**
 * The state after a preview was made. A reader that is unsure asks for the columns, but only once: when the person has seen
 * them, they are right.
 */
export function afterPreview(flow: ImportFlow, result: PreviewResult, reason: PreviewReason): ImportFlow {
  if (result.ok) {
    const { table } = result.value;
    if (reason === 'source' && table?.unsure === true) {
      return { step: 'mapping', table, problem: null, busy: false };
    }
    return { step: 'preview', preview: result.value, problem: null, busy: false, stale: false };
  }
  const problem = result.error;
  if (problem.kind === 'no-body-column' && problem.preview !== null) {
    return { step: 'mapping', table: problem.preview, problem, busy: false };
  }
  const told = problem.kind === 'cancelled' ? null : problem;
  if (flow.step === 'mapping') return { ...flow, problem: told, busy: false };
  if (flow.step === 'preview') return { ...flow, problem: told, busy: false, stale: true };
  return { step: 'choose', problem: told };
}

/** The state after an import was carried out, or was not. */
export function afterApply(
  preview: ImportPreview,
  result: Result<ImportDone, ImportProblem | { kind: 'unexpected' }>,
): ImportFlow {
  if (result.ok) return { step: 'done', preview, done: result.value };
  // A plan that failed is used up: the rows have to be compared again before another attempt.
  return { step: 'preview', preview, problem: result.error, busy: false, stale: true };
}

/** Fields that several columns may hold; any other goes to one column, and is taken from the one that had it. */
const repeatable = new Set<TableMapping['columns'][number]>(['ignore', 'tags', 'image']);

/** Says what a column is. */
export function withField(
  mapping: TableMapping,
  column: number,
  field: TableMapping['columns'][number],
): TableMapping {
  const columns = mapping.columns.map((current, index) => {
    if (index === column) return field;
    return current === field && !repeatable.has(field) ? 'ignore' : current;
  });
  return { ...mapping, columns };
}

/** A mapping has a field for every column that the sample shows. */
export function completeMapping({ mapping, sample }: ImportTable): TableMapping {
  const width = Math.max(mapping.columns.length, ...sample.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, index) => mapping.columns[index] ?? 'ignore');
  return { ...mapping, columns };
}

/** Which of the steps the dialog shows as the present one; the columns are a step only for tables. */
export function stepsOf(flow: ImportFlow): {
  steps: ('choose' | 'mapping' | 'preview' | 'done')[];
  at: number;
} {
  const isTable = flow.step === 'mapping' || ('preview' in flow && flow.preview.table !== null);
  const steps: ('choose' | 'mapping' | 'preview' | 'done')[] = isTable
    ? ['choose', 'mapping', 'preview', 'done']
    : ['choose', 'preview', 'done'];
  const shown = flow.step === 'reading' ? 'choose' : flow.step === 'applying' ? 'preview' : flow.step;
  return { steps, at: steps.indexOf(shown) };
}

/** How many replies an import would write. */
export function writtenCount({ counts }: ImportPreview): number {
  return counts.new + counts.changed;
}
