import { readdirSync, readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import { browserPid } from './host.ts';

type ProcessStat = { pid: number; parent: number; cpuSeconds: number; startedSeconds: number };

// USER_HZ is 100 on every Linux architecture that Electron runs on.
const ticksPerSecond = 100;

const typeNames: Record<string, Electron.ProcessMetric['type']> = {
  renderer: 'Tab',
  'gpu-process': 'GPU',
  utility: 'Utility',
  zygote: 'Zygote',
};

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended while we were looking.
    return '';
  }
}

/** Fields of /proc/PID/stat, see proc(5); the name in parentheses may hold spaces. */
function readStat(pid: number): ProcessStat | null {
  const stat = readText(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 20) {
    return null;
  }
  const field = (number: number) => Number(fields[number - 3]);
  return {
    pid,
    parent: field(4),
    cpuSeconds: (field(14) + field(15)) / ticksPerSecond,
    startedSeconds: field(22) / ticksPerSecond,
  };
}

/** Its memory from one reading, so that the peak is never below what is used; null for a process that has ended. */
function readMemory(pid: number): Electron.ProcessMetric['memory'] | null {
  const status = readText(`/proc/${pid}/status`);
  const kilobytes = (name: string) => new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  const used = kilobytes('VmRSS');
  // One that has ended and is still to be waited for has a line in /proc and no memory.
  if (used === undefined) return null;
  return { workingSetSize: Number(used), peakWorkingSetSize: Number(kilobytes('VmHWM')) };
}

function processType(pid: number): Electron.ProcessMetric['type'] {
  const name = /--type=([a-z-]+)/.exec(readText(`/proc/${pid}/cmdline`))?.[1];
  return name === undefined ? 'Browser' : (typeNames[name] ?? 'Unknown');
}

function descendants(root: number): ProcessStat[] {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat !== null);
  const found = stats.filter(({ pid }) => pid === root);
  for (const one of found) {
    found.push(...stats.filter(({ parent }) => parent === one.pid));
  }
  return found;
}

/** Real figures from /proc: this process, which is Electron's "Browser", and those of the browser behind it. Memory in KB. */
export function getAppMetrics(): Electron.ProcessMetric[] {
  const uptime = Number(readText('/proc/uptime').split(' ')[0]);
  const own = readStat(process.pid);
  const bootTime = Date.now() - uptime * 1000;
  return [...(own ? [own] : []), ...descendants(browserPid())].flatMap(
    ({ pid, cpuSeconds, startedSeconds }) => {
      const memory = readMemory(pid);
      if (memory === null) return [];
      return {
        pid,
        type: processType(pid),
        creationTime: bootTime + startedSeconds * 1000,
        cpu: {
          cumulativeCPUUsage: cpuSeconds,
          percentCPUUsage: (cpuSeconds / Math.max(uptime - startedSeconds, 1 / ticksPerSecond)) * 100,
          idleWakeupsPerSecond: 0,
        },
        memory,
      };
    },
  );
}
