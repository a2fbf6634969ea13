import { readdirSync, readFileSync } from 'node:fs';

/** Ticks per second of the times in /proc, which Linux fixes at 100 for programs. */
const ticksPerSecond = 100;

/** One process of the app. Memory in MB: `pss` shares out what several processes have in common. */
export type ProcessFacts = { pid: number; name: string; pssMb: number; rssMb: number };

/** What the threads of a process have done since it started. `wakeups` are voluntary context switches, by thread name and id. */
export type Activity = { cpuMs: number; wakeups: Map<string, number> };

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process or thread has ended meanwhile.
    return otherwise;
  }
}

/** A number of a file in /proc that has lines of `Name:  123 kB`; 0 where it is missing. */
export function procNumber(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
}

/** Every process below `pid`, itself first. */
export function processTree(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = procNumber(readOr(`/proc/${entry}/status`, ''), 'PPid');
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const found = [pid];
  for (const each of found) found.push(...(children.get(each) ?? []));
  return found;
}

/**
 * What a process is: `main` for the app's own, else as Chromium says (`renderer`, `gpu-process`, `utility`, `zygote`,
 * `browser`), else its program. `commandLine` as in /proc: a zygote's children write theirs with blanks between.
 */
export function processRole(commandLine: string): string {
  const words = commandLine.split(/[\0 ]/);
  const type = words.find((word) => word.startsWith('--type='));
  if (type !== undefined) return type.slice('--type='.length);
  const program = words[0]?.split('/').at(-1) ?? '';
  if (program.startsWith('chromium')) return 'browser';
  return words.some((word) => word.endsWith('/launch.ts')) ? 'main' : program;
}

export function processFacts(pid: number): ProcessFacts {
  const memory = readOr(`/proc/${pid}/smaps_rollup`, '');
  return {
    pid,
    name: processRole(readOr(`/proc/${pid}/cmdline`, '')),
    pssMb: procNumber(memory, 'Pss') / 1024,
    rssMb: procNumber(memory, 'Rss') / 1024,
  };
}

export function processActivity(pid: number): Activity {
  // The name in brackets may hold spaces; what follows it does not.
  const stat = readOr(`/proc/${pid}/stat`, '')
    .replace(/^.*\) /s, '')
    .split(' ');
  const ticks = Number(stat[11] ?? 0) + Number(stat[12] ?? 0);
  const wakeups = new Map<string, number>();
  let threads: string[] = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    // The process has ended.
  }
  for (const thread of threads) {
    const status = readOr(`/proc/${pid}/task/${thread}/status`, '');
    const name = /^Name:\s+(.*)$/m.exec(status)?.[1] ?? '?';
    const place = Number(thread) === pid ? 'main thread' : `${name} ${thread}`;
    wakeups.set(place, procNumber(status, 'voluntary_ctxt_switches'));
  }
  return { cpuMs: (ticks * 1000) / ticksPerSecond, wakeups };
}
