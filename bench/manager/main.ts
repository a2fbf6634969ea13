/*
 * `npm run bench -- manager`: how long the manager takes to open on a large library, to list, sort, filter and search it, and
 * how evenly its list scrolls.
 * `--replies N`, `--runs N`, `--json OUT`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeMachine } from '../loop/machine.ts';
import { openStage, startApp, untilIndexed } from '../loop/stage.ts';
import { type Summary, summarize } from '../loop/statistics.ts';
import { measureLists, measureScrolling, openWindow, untilChecked } from './measure.ts';

const { values } = parseArgs({
  options: {
    replies: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
});

const say = (line: string) => process.stderr.write(`${line}\n`);

type Figure = { what: string; unit: string; summary: Summary };

async function measure(replies: number, runs: number): Promise<Figure[]> {
  say(`Making a library of ${replies} replies …`);
  const stage = await openStage(replies);
  try {
    const app = await startApp(stage);
    await untilIndexed(app, stage.library);
    say('Waiting until the texts are checked …');
    await untilChecked(stage);

    const figures: Figure[] = [];
    const add = (what: string, samples: readonly number[], unit = 'ms') => {
      const summary = summarize(samples);
      if (summary !== null) figures.push({ what, unit, summary });
    };

    say('Opening the manager …');
    const openings: number[] = [];
    for (let run = 0; run < runs; run++) {
      const window = await openWindow(app);
      openings.push(window.openMs);
      if (run < runs - 1) await window.close();
      else {
        const { page } = window;
        say('Listing …');
        for (const [what, samples] of await measureLists(page, runs)) add(what, samples);
        say('Scrolling …');
        const { frames, jumps } = await measureScrolling(page);
        add('scrolling 7 rows a frame: time between frames', frames);
        add('a jump to any place → its rows are there', jumps);
        await window.close();
      }
    }
    figures.unshift({
      what: 'asked for → rows are there',
      unit: 'ms',
      summary: summarize(openings) as Summary,
    });
    await app.running.close();
    return figures;
  } finally {
    await stage.close();
  }
}

const machine = describeMachine();
const figures = await measure(Number(values.replies), Number(values.runs));
const number = (value: number) => value.toFixed(1);
process.stdout.write(
  `${[
    `Manager with ${values.replies} replies, ${machine.date}`,
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Linux ${machine.kernel}, node ${machine.node}; load before the run ${machine.load}`,
    '',
    '| | median | p95 | max | n |',
    '| --- | --: | --: | --: | --: |',
    ...figures.map(
      ({ what, unit, summary: { median, p95, max, n } }) =>
        `| ${what} | ${number(median)} ${unit} | ${number(p95)} ${unit} | ${number(max)} ${unit} | ${n} |`,
    ),
  ].join('\n')}\n`,
);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
