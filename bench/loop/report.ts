import type { Machine } from './machine.ts';
import type { IdleProcess } from './measure-idle.ts';
import type { OpeningSample } from './measure-opening.ts';
import type { PastingSample } from './measure-pasting.ts';
import type { PeerSamples } from './peers.ts';
import { type Summary, summarize } from './statistics.ts';

/** Everything that one run of the loop benchmark found, raw. Times in milliseconds. */
export type LoopReport = {
  machine: Machine;
  runtime: 'electron' | 'stand-in';
  replies: number;
  /** Largest error of the times that come from a page's clock. */
  clockErrorMs: { palette: number; chat: number };
  openings: OpeningSample[];
  pastes: PastingSample[];
  starts: number[];
  idleSeconds: number;
  idle: IdleProcess[];
  peers: PeerSamples[];
};

/** A row of the table: what was measured, and the target for its p95 where the design has one. */
export type Figure = { what: string; summary: Summary; targetP95: number | null };

/** What the design wants, in milliseconds at p95. */
const openingTargetMs = 50;
const pastingTargetMs = 80;

function figuresOf(report: LoopReport): Figure[] {
  const { openings, pastes, starts, peers } = report;
  const arrivals = pastes.map(({ arrived }) => arrived).filter((arrived) => arrived !== null);
  const rows: [what: string, samples: number[], targetP95: number | null][] = [
    ['hotkey → palette has the keyboard', openings.map(({ focused }) => focused), null],
    ['hotkey → content painted', openings.map(({ painted }) => painted), null],
    ['hotkey → focused and painted', openings.map(({ ready }) => ready), openingTargetMs],
    ['Enter → text in a chat page', arrivals, pastingTargetMs],
    ['Enter → clipboard restored', pastes.map(({ restored }) => restored), null],
    ['start → ready', starts, null],
    ...peers.map(
      ({ name, version, how, samples }) => [`${name} (${version}): ${how}`, samples, null] as const,
    ),
  ].map(([what, samples, target]) => [what, samples, target] as [string, number[], number | null]);
  return rows.flatMap(([what, samples, targetP95]) => {
    const summary = summarize(samples);
    return summary === null ? [] : [{ what, summary, targetP95 }];
  });
}

function verdict({ summary, targetP95 }: Figure): string {
  if (targetP95 === null) return '';
  return summary.p95 <= targetP95 ? `≤ ${targetP95} ✓` : `≤ ${targetP95} ✗`;
}

/** The report as Markdown, to be read in a terminal as well. */
export function formatReport(report: LoopReport): string {
  const { machine, clockErrorMs, pastes } = report;
  const lost = pastes.filter(({ arrived }) => arrived === null).length;
  const ms = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
  const runtime = report.runtime === 'electron' ? 'Electron' : "the stand-in for Electron's runtime";
  const timeRows = figuresOf(report).map((figure) => {
    const { n, median, p95, max } = figure.summary;
    return `| ${figure.what} | ${ms(median)} | ${ms(p95)} | ${ms(max)} | ${n} | ${verdict(figure)} |`;
  });
  const idleRows = report.idle.map(
    ({ name, pssMb, rssMb, cpuMsPerSecond, wakeupsPerSecond, mainThreadWakeupsPerSecond }) =>
      `| ${name} | ${pssMb.toFixed(0)} | ${rssMb.toFixed(0)} | ${cpuMsPerSecond.toFixed(1)} | ${mainThreadWakeupsPerSecond.toFixed(1)} | ${wakeupsPerSecond.toFixed(1)} |`,
  );
  return [
    `Loop with ${report.replies} replies on ${runtime}, ${machine.date}`,
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Linux ${machine.kernel}, node ${machine.node}; load before the run ${machine.load}`,
    '',
    '| milliseconds | median | p95 | max | n | target p95 |',
    '| --- | --: | --: | --: | --: | --- |',
    ...timeRows,
    '',
    `Pastes that the page never got: ${lost} of ${pastes.length}.`,
    `Keys are pressed by XTEST over a connection that stays open; time runs from the press of the last key. Focus and clipboard are looked`,
    `at each millisecond, so that these times are up to about 1.5 ms late. "Painted" is the page's own mark two frames after its state`,
    `changed, which is up to a frame (17 ms) later than the pixels; page times are exact to ${clockErrorMs.palette.toFixed(1)} ms (palette) and ${clockErrorMs.chat.toFixed(1)} ms (chat page).`,
    '"start → ready" is seen through Playwright, which asks each 15 ms.',
    '',
    `| idle, palette hidden, over ${report.idleSeconds} s | PSS MB | RSS MB | CPU ms/s | wake-ups/s of the main thread | of all threads |`,
    '| --- | --: | --: | --: | --: | --: |',
    ...idleRows,
  ].join('\n');
}
