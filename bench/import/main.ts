/*
 * Measures imports: reading a file with its preview, the backup, applying, and a second preview of the same file, each in the process
 * for jobs, which is started anew for every file.
 *
 * `node bench/import/main.ts [--rows 10000] [--rounds 3] [--json OUT]`
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createJobRunner, type JobEnd } from '../../src/main/import-export/job-runner.ts';
import { openDatabase } from '../../src/main/storage/database.ts';
import { insertLibrary } from '../../src/main/storage/libraries.ts';
import { lintPolicy } from '../../src/shared/domain/lint/lint-policy.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { manyRows } from '../../tests/support/import-rows.ts';
import { describeMachine } from '../loop/machine.ts';
import { type Source, sources } from './sources.ts';

/** What the issue asks for: a file of 10,000 rows is in the library after this time. */
const targetSeconds = 3;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
  allowPositionals: true,
});

type Figures = { previewMs: number; backupMs: number; applyMs: number; againMs: number };
type Row = Figures & { name: string; rows: number; totalMs: number; rowsPerSecond: number };

const workerPath = fileURLToPath(new URL('../../src/main/import-export/worker.ts', import.meta.url));
const bootstrap = new URL('../../tests/host/utility-bootstrap.ts', import.meta.url).href;

function forkWorker() {
  const child: ChildProcess = fork(workerPath, [], {
    execArgv: ['--import', bootstrap],
    serialization: 'advanced',
  });
  return {
    postMessage: (message: unknown) => void child.send(message as object),
    on: (event: string, listener: (value: never) => void) => child.on(event, listener as () => void),
    kill: () => child.kill(),
  };
}

/** Imports a file into an empty library and previews it once more. */
async function measure({ name, content }: Source, count: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'repartee-bench-import-'));
  const jobs = createJobRunner(forkWorker);
  try {
    const database = join(folder, 'repartee.db');
    const opened = openDatabase(database);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    const now = new Date().toISOString();
    const library = { id: 'bench', name: 'bench', tier: 'personal', origin: null } as const;
    const libraryId = insertLibrary(opened.db, library, now);
    const path = join(folder, name);
    writeFileSync(path, content(manyRows(count)));
    const choice = { libraryId, parentCategoryId: null, onConflict: 'update', mapping: null } as const;
    const policy = lintPolicy(defaultSettings());
    const preview = (number: number) =>
      timed(() => {
        const source = { number, files: [{ path, name }] };
        return jobs.run('preview-import', { database, source, choice, policy, now });
      });

    const first = await preview(1);
    const backup = await timed(() => {
      const backups = join(folder, 'backups');
      return jobs.run('make-backup', { database, folder: backups, reason: 'before-import', keep: 1, now });
    });
    const mediaFolder = join(folder, 'media');
    const apply = await timed(() =>
      jobs.run('apply-import', { database, mediaFolder, source: 1, by: '', now }),
    );
    const again = await preview(2);
    const imported = opened.db.prepare('SELECT count(*) FROM reply').pluck().get();
    if (imported !== count) throw new Error(`${name}: ${imported} of ${count} rows are in the library`);
    opened.db.close();
    return { previewMs: first, backupMs: backup, applyMs: apply, againMs: again };
  } finally {
    jobs.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function timed<Value>(work: () => Promise<JobEnd<{ ok: boolean } & Value>>): Promise<number> {
  const start = performance.now();
  const end = await work();
  if (end.kind !== 'done' || !end.value.ok) throw new Error(`the job failed: ${JSON.stringify(end)}`);
  return performance.now() - start;
}

const total = ({ previewMs, backupMs, applyMs }: Figures) => previewMs + backupMs + applyMs;
const count = Number(values.rows);
const machine = describeMachine();
const table: Row[] = [];
console.log(
  `Imports of ${count.toLocaleString('en')} rows, the best of ${values.rounds}; ${machine.cpu}, load ${machine.load}\n`,
);
console.log('  file              preview ms  backup ms  apply ms    all s    rows/s  again ms');
for (const source of sources) {
  const rounds: Figures[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) rounds.push(await measure(source, count));
  const best = rounds.toSorted((a, b) => total(a) - total(b))[0] as Figures;
  const totalMs = total(best);
  table.push({ name: source.name, rows: count, ...best, totalMs, rowsPerSecond: (count / totalMs) * 1_000 });
  const cells = [
    `  ${source.name.padEnd(16)}`,
    best.previewMs.toFixed(0).padStart(12),
    best.backupMs.toFixed(0).padStart(11),
    best.applyMs.toFixed(0).padStart(10),
    (totalMs / 1_000).toFixed(2).padStart(9),
    ((count / totalMs) * 1_000).toFixed(0).padStart(10),
    best.againMs.toFixed(0).padStart(10),
  ];
  const isLate = count <= 10_000 && totalMs > targetSeconds * 1_000;
  console.log(cells.join('') + (isLate ? `  more than ${targetSeconds} s` : ''));
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, table }, null, 2)}\n`);
