/*
 * `npm run bench -- soak`: random loops with random disturbances, each checked for what may never happen.
 * `--loops N`, `--seed S` (the same seed plays the same loops), `--json OUT`. Ends with code 1 when a promise was broken.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import type { BenchReply } from '../loop/library.ts';
import { describeMachine } from '../loop/machine.ts';
import { openStage, startApp, untilIndexed } from '../loop/stage.ts';
import { summarize } from '../loop/statistics.ts';
import { type LoopPlan, planLoop, randomNumbers } from './plan.ts';
import { playLoop } from './run-loop.ts';
import { openTargets } from './targets.ts';
import { type Aftermath, isOvertaken, judge, type Violation } from './verdict.ts';

const libraryReplies = 2_000;

/** A line on the way, each so many loops. */
const progressLoops = 250;

type Broken = { loop: number; tookMs: number; plan: LoopPlan; violations: Violation[]; after: Aftermath };

type Tally = {
  loops: number;
  violations: Record<Violation, number>;
  /** How often each disturbance ended in each outcome. */
  outcomes: Record<string, number>;
  /** Pastes into which a copy of the user slipped between key and reading. */
  overtaken: number;
  /** Loops that ended nowhere because the browser of the targets broke down. */
  browserFailures: number;
  durations: number[];
  broken: Broken[];
};

function note(
  tally: Tally,
  plan: LoopPlan,
  reply: BenchReply,
  after: Aftermath,
  violations: Violation[],
): void {
  const ending = `${plan.disturbance.kind}: ${after.outcome ?? 'nothing inserted'}`;
  tally.outcomes[ending] = (tally.outcomes[ending] ?? 0) + 1;
  if (isOvertaken(after, reply)) tally.overtaken += 1;
  for (const violation of violations) tally.violations[violation] += 1;
  if (violations.length === 0) return;
  const tookMs = Math.round(tally.durations.at(-1) ?? 0);
  tally.broken.push({ loop: tally.loops, tookMs, plan, violations, after });
}

function describe(tally: Tally): string {
  const { loops, violations, overtaken, browserFailures, durations } = tally;
  const counts = Object.entries(violations).map(([violation, count]) => `${violation} ${count}`);
  const time = summarize(durations);
  const rest = `${overtaken} overtaken by a copy, ${browserFailures} browser failures; ${time?.median.toFixed(0)} ms a loop at median`;
  return `${loops} loops: ${counts.join(', ')}; ${rest}`;
}

async function soak(loops: number, seed: number): Promise<Tally> {
  const tally: Tally = {
    loops: 0,
    violations: { 'wrong-window': 0, 'wrong-text': 0, 'lost-clipboard': 0, missed: 0 },
    outcomes: {},
    overtaken: 0,
    browserFailures: 0,
    durations: [],
    broken: [],
  };
  const stage = await openStage(libraryReplies);
  try {
    const app = await startApp(stage);
    await untilIndexed(app, stage.library);
    let targets = await openTargets(stage.display);
    const db = new Database(join(stage.library.folder, 'repartee.db'), { readonly: true });
    const around = {
      stage,
      app,
      lastPaste: db.prepare<[], { id: number; outcome: string }>(
        'SELECT id, outcome FROM paste_log ORDER BY id DESC LIMIT 1',
      ),
    };
    const random = randomNumbers(seed);
    const { replies } = stage.library;

    for (let loop = 0; loop < loops; loop++) {
      const plan = planLoop(random, targets.count, replies.length);
      const reply = replies[plan.reply];
      if (reply === undefined) throw new Error('The plan names a reply that is not there.');
      const startedAt = performance.now();
      const after = await playLoop({ ...around, targets }, plan, reply, loop + 1).catch((error) => {
        if (targets.hasEnded()) return null;
        throw error;
      });
      if (after === null) {
        tally.browserFailures += 1;
        process.stdout.write(`browser failure in loop ${loop}: ${JSON.stringify(plan)}\n`);
        await targets.close();
        // Its windows must be gone, or they are taken for the new ones of the same names.
        await delay(1_000);
        targets = await openTargets(stage.display);
        continue;
      }
      tally.durations.push(performance.now() - startedAt);
      const violations = judge(plan.disturbance, reply, after);
      tally.loops += 1;
      note(tally, plan, reply, after, violations);
      if (violations.length > 0) process.stdout.write(`${JSON.stringify(tally.broken.at(-1))}\n`);
      if (tally.loops % progressLoops === 0) process.stdout.write(`${describe(tally)}\n`);
    }
    db.close();
    await targets.close();
    await app.running.close();
  } finally {
    await stage.close();
  }
  return tally;
}

const { values } = parseArgs({
  options: {
    loops: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const tally = await soak(Number(values.loops), Number(values.seed));
process.stdout.write(`${describe(tally)}\n`);
for (const [ending, count] of Object.entries(tally.outcomes).toSorted()) {
  process.stdout.write(`  ${ending} ${count}\n`);
}
if (values.json !== undefined) {
  const report = { machine: describeMachine(), seed: Number(values.seed), ...tally };
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}
process.exitCode = tally.broken.length > 0 ? 1 : 0;
