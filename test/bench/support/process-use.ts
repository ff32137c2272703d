import { readFileSync } from 'node:fs';

export interface ProcessUse {
  cpuMs: number;
  /** The same by process. */
  cpuOf: Record<string, number>;
  /** Sum of the most each process ever held; the program itself, which all map from the same files, is counted once. */
  memoryMb: number;
}

/** Length of a tick of Linux's process times. */
const TICK_MS = 10;

/** What these processes have used so far. On systems without /proc: zeros. */
export function processUse(processes: readonly { name: string; pid: number }[]): ProcessUse {
  const uses = processes.map(({ pid }) => processUseOfOne(pid));
  return {
    cpuMs: uses.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    cpuOf: Object.fromEntries(processes.map(({ name }, index) => [name, uses[index]?.cpuMs ?? 0])),
    memoryMb: uses.reduce((sum, { ownMb }) => sum + ownMb, 0) + Math.max(0, ...uses.map(({ mappedMb }) => mappedMb)),
  };
}

interface OneProcess {
  cpuMs: number;
  /** The most it held, without what it maps from files. */
  ownMb: number;
  /** What it maps from files now. */
  mappedMb: number;
}

function processUseOfOne(pid: number): OneProcess {
  try {
    // Fields after the name, which is in brackets and may hold blanks: the 12th and 13th are user and system time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1_024;
    const mappedMb = mb('RssFile');
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS, ownMb: mb('VmHWM') - mappedMb, mappedMb };
  } catch {
    return { cpuMs: 0, ownMb: 0, mappedMb: 0 };
  }
}
