/*
 * Measures finding.
 *
 * `node bench/search/main.ts [--sizes 1k,10k,100k] [--json OUT]` compares the app with its peers on libraries made here.
 * `node bench/search/main.ts --docs F.jsonl --labels F.json --queries F.json [--json OUT]` measures the app alone on given data.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchDocument, readDocuments } from './documents.ts';
import { engines } from './engines/all-engines.ts';
import { filesIn } from './engines/engine.ts';
import { repartee } from './engines/repartee.ts';
import { describeMachine, type Figures } from './figures.ts';
import { writeDocuments } from './make-documents.ts';
import { makeLibrary } from './make-library.ts';
import { makeLabels, makeTyped } from './make-queries.ts';
import { type Row, tableHead, tableLine } from './table.ts';

/** Seconds that one engine may spend on keystrokes, and again on labelled queries, in a comparison. */
const peerBudget = 30;
const ownBudget = 3_600;
const labelsPerClass = 15;
const typedQueries = 300;

const { values } = parseArgs({
  options: {
    docs: { type: 'string' },
    labels: { type: 'string' },
    queries: { type: 'string' },
    json: { type: 'string' },
    sizes: { type: 'string', default: '1k,10k,100k' },
    engines: { type: 'string' },
  },
  allowPositionals: true,
});

const folder = mkdtempSync(join(tmpdir(), 'repartee-bench-'));
try {
  const results = values.docs ? await measureOwn(values.docs) : await compare();
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureOwn(documents: string) {
  if (!values.labels || !values.queries) throw new Error('--docs needs --labels and --queries as well');
  const files = filesIn(folder);
  copyFileSync(documents, files.documents);
  copyFileSync(values.labels, files.labels);
  copyFileSync(values.queries, files.queries);
  const count = await makeLibrary(files.library, files.documents);
  const build = run<{ build_ms: number }>('build', repartee.name, ownBudget);
  const figures = run<Figures>('measure', repartee.name, ownBudget);
  const results = {
    machine: describeMachine(),
    date: new Date().toISOString(),
    docs: count,
    ...build,
    index_mb: megabytes(files.index),
    library_mb: megabytes(files.library),
    ...figures,
  };
  console.log(JSON.stringify(results, null, 2));
  return results;
}

async function compare() {
  const names = values.engines?.split(',');
  const sizes = values.sizes.split(',').map(parseSize);
  const results: { docs: number; engines: Row[] }[] = [];
  console.log(`${describeMachine()}\n`);
  for (const size of sizes) {
    const rows: Row[] = [];
    await prepare(size);
    console.log(`${size.toLocaleString('en')} replies`);
    console.log(tableHead);
    for (const engine of engines) {
      if (names && !names.includes(engine.name)) continue;
      const build = run<{ build_ms: number }>('build', engine.name, peerBudget);
      const row = {
        engine: engine.name,
        note: engine.note,
        ...build,
        ...run<Figures>('measure', engine.name, peerBudget),
      };
      rows.push(row);
      console.log(tableLine(row, peerBudget));
    }
    console.log('');
    results.push({ docs: size, engines: rows });
    for (const file of Object.values(filesIn(folder))) rmSync(file, { force: true });
  }
  return { machine: describeMachine(), date: new Date().toISOString(), sizes: results };
}

async function prepare(size: number): Promise<void> {
  const files = filesIn(folder);
  writeDocuments(files.documents, size);
  const documents: BenchDocument[] = [];
  for await (const document of readDocuments(files.documents)) documents.push(document);
  const labels = makeLabels(documents, labelsPerClass);
  writeFileSync(files.labels, JSON.stringify(labels));
  writeFileSync(files.queries, JSON.stringify(makeTyped(labels, typedQueries)));
  await makeLibrary(files.library, files.documents);
}

function run<Result>(phase: 'build' | 'measure', engine: string, budget: number): Result {
  const script = join(import.meta.dirname, 'run-engine.ts');
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', script, phase, engine, folder, String(budget)],
    { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Result;
}

function parseSize(text: string): number {
  const [, digits, unit] = /^(\d+)([km]?)$/i.exec(text.trim()) ?? [];
  if (!digits) throw new Error(`not a size: ${text}`);
  return Number(digits) * (unit?.toLowerCase() === 'm' ? 1_000_000 : unit ? 1_000 : 1);
}

function megabytes(path: string): number {
  return Number((statSync(path).size / 2 ** 20).toFixed(1));
}
