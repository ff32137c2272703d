import { fork } from 'node:child_process';
import type { SyncOutcome } from '../../../contract/sync';
import type { CloudEnvironment } from '../../../main/cloud/environment';

export interface ReadOrder {
  path: string;
  key: Uint8Array;
  binding: string | null;
  environment: CloudEnvironment;
  clientId: string;
  /** Of the sandbox's partner. */
  secret: string;
  tenantIds: readonly string[];
  windowDays: number | null;
  now: number;
}

export type ChildReport = { step: 'asked' | 'answered' | 'saves' | 'saved' } | { step: 'done'; outcomes: SyncOutcome[] };

/**
 * Reads in a process of its own, and kills it with the report number `killAt` (1 is the first).
 * Out: its outcomes where it was done before, else null; and the reports it made.
 */
export async function readUntilKilled(
  bundle: string,
  order: ReadOrder,
  killAt: number,
): Promise<{ outcomes: SyncOutcome[] | null; reports: ChildReport[] }> {
  const child = fork(bundle, [], { serialization: 'advanced', execArgv: [] });
  const reports: ChildReport[] = [];
  let outcomes: SyncOutcome[] | null = null;
  let killed = false;
  child.on('message', (message: ChildReport) => {
    reports.push(message);
    if (message.step === 'done') ({ outcomes } = message);
    else if (reports.length >= killAt) killed = child.kill('SIGKILL') || killed;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.send(order);
  const code = await exited;
  if (!killed && outcomes === null) throw new Error(`The reading process ended by itself (${code})`);
  return { outcomes, reports };
}
