import { join } from 'node:path';
import type { ImportedPart, Reading, ReadOutcome } from '../../../../src/main/import-export/read/imported.ts';
import { readSource } from '../../../../src/main/import-export/read/read-source.ts';
import type { ImportProblem, TableMapping } from '../../../../src/shared/contract/transfer-calls.ts';

const folder = join(import.meta.dirname, '../../../fixtures/import');

export function fixturePath(name: string): string {
  return join(folder, name);
}

export function read(path: string, mapping: TableMapping | null = null): Promise<ReadOutcome> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return readSource([{ path, name }], { mapping, onProgress: () => {} });
}

/** Reads what must be readable. */
export async function readWhole(path: string, mapping: TableMapping | null = null): Promise<Reading> {
  const outcome = await read(path, mapping);
  if (!outcome.ok) throw new Error(`${path}: ${JSON.stringify(outcome.error)}`);
  return outcome.value;
}

export function readFixture(name: string): Promise<Reading> {
  return readWhole(fixturePath(name));
}

/** The problem of what must not be readable. */
export async function problemOf(path: string): Promise<ImportProblem> {
  const outcome = await read(path);
  if (outcome.ok) throw new Error(`${path} was read as ${outcome.value.layout}`);
  return outcome.error;
}

/** Parts of a variant in a short form: texts as they are, pictures and files by name in brackets. */
export function shown(parts: readonly ImportedPart[]): string[] {
  return parts.map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'image' ? `<image ${part.alt}>` : `<file ${part.name}>`;
  });
}

/** The text of every reply's first variant. */
export function textsOf(reading: Reading): string[] {
  return reading.replies.map(({ variants }) => shown(variants[0] ?? []).join('\n'));
}
