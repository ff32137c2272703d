import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fromScripts } from '../../support/app-user';
import type { CloudFacts } from '../processes/cloud';
import type { PeerRun } from '../processes/sync-peers';

/** Runs the seed's way, with the Python of this machine. */
export function pythonLoop(cloud: CloudFacts): Promise<PeerRun> {
  const script = join(fromScripts('TENANTRY_APP_DIR'), 'test/bench/processes/sync-loop.py');
  return new Promise((resolve, reject) => {
    const child = execFile('python3', [script], (error, stdout) => {
      if (error) reject(error);
      else resolve(JSON.parse(stdout) as PeerRun);
    });
    child.stdin?.end(JSON.stringify({ cloud, tenantIds: cloud.tenantIds }));
  });
}
