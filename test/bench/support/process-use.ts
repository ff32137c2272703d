import { readFileSync } from 'node:fs';

export interface ProcessUse {
  cpuMs: number;
  /** The same by process. */
  cpuOf: Record<string, number>;
  /** Sum of the most each process ever held. */
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
    memoryMb: uses.reduce((sum, { memoryMb }) => sum + memoryMb, 0),
  };
}

function processUseOfOne(pid: number): Pick<ProcessUse, 'cpuMs' | 'memoryMb'> {
  try {
    // Fields after the name, which is in brackets and may hold blanks: the 12th and 13th are user and system time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS, memoryMb: Number(peak ?? 0) / 1_024 };
  } catch {
    return { cpuMs: 0, memoryMb: 0 };
  }
}
