/*
 * `npm run bench -- loop`: how long the agent waits, and what the app costs while nobody uses it.
 * `--runs N`, `--replies N`, `--idle SECONDS`, `--json OUT` for all samples.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openChatPage } from '../../tests/e2e/support/targets/chat-page.ts';
import { describeMachine } from './machine.ts';
import { measureIdle } from './measure-idle.ts';
import { measureOpening, type OpeningSample } from './measure-opening.ts';
import { measurePasting, type PastingSample, watchArrivals } from './measure-pasting.ts';
import { readPageClock } from './page-clock.ts';
import { measureCopyq, measureRofi } from './peers.ts';
import { formatReport, type LoopReport } from './report.ts';
import { type BenchApp, type BenchStage, openStage, startApp, untilIndexed } from './stage.ts';

/** Openings and pastes that are not counted: code that has not run yet is slower. */
const warmUpRuns = 5;

const mostStarts = 5;
const mostPeerRuns = 30;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Starts the app again and again on a library whose index is there; the last one stays. */
async function measureStarts(stage: BenchStage, times: number): Promise<{ app: BenchApp; starts: number[] }> {
  let app = await startApp(stage);
  await untilIndexed(app, stage.library);
  const starts: number[] = [];
  for (let index = 0; index < times; index++) {
    await app.running.close();
    app = await startApp(stage);
    starts.push(app.readyMs);
  }
  return { app, starts };
}

async function measure(runs: number, replies: number, idleSeconds: number): Promise<LoopReport> {
  const machine = describeMachine();
  say(`Making a library of ${replies} replies …`);
  const stage = await openStage(replies);
  const { desk, clipboard, display, library } = stage;
  try {
    say('Starting the app …');
    const { app, starts } = await measureStarts(stage, Math.min(runs, mostStarts));
    const page = await openChatPage(display);
    const chat = { page: page.page, window: Number(page.window), clock: await readPageClock(page.page) };
    await watchArrivals(chat.page);

    say(`Opening the palette ${runs} times …`);
    const clock = await readPageClock(app.palette.page);
    const openings: OpeningSample[] = [];
    for (let index = -warmUpRuns; index < runs; index++) {
      const sample = await measureOpening(desk, app, chat.window, clock);
      if (index >= 0) openings.push(sample);
    }

    say(`Pasting ${runs} replies …`);
    const texts = library.replies.filter(({ parts }) => parts.length === 1);
    const pastes: PastingSample[] = [];
    for (let index = -warmUpRuns; index < runs; index++) {
      const reply = texts[(index + warmUpRuns) % texts.length];
      if (reply === undefined) throw new Error('The library has no text to paste.');
      const sample = await measurePasting(desk, clipboard, app, chat, reply);
      if (index >= 0) pastes.push(sample);
    }

    const runtime = app.running.runtime.kind;
    await app.running.close();
    say(`Leaving the app alone for ${idleSeconds} seconds …`);
    const idle = await measureIdle(stage, chat.window, idleSeconds);

    say('Opening the peers …');
    const peerRuns = Math.min(runs, mostPeerRuns);
    const peers = [
      await measureCopyq(stage, chat.window, peerRuns),
      await measureRofi(stage, chat.window, peerRuns),
    ].filter((peer) => peer !== null);
    await page.close();
    return {
      machine,
      runtime,
      replies,
      clockErrorMs: { palette: clock.errorMs, chat: chat.clock.errorMs },
      openings,
      pastes,
      starts,
      idleSeconds,
      idle,
      peers,
    };
  } finally {
    await stage.close();
  }
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    replies: { type: 'string', default: '10000' },
    idle: { type: 'string', default: '10' },
    json: { type: 'string' },
  },
});
const report = await measure(Number(values.runs), Number(values.replies), Number(values.idle));
process.stdout.write(`${formatReport(report)}\n`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
