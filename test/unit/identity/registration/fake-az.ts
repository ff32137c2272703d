import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In place of the Azure CLI: notes each argument in a file of its own, and answers as asked. */
const AZ = `#!/usr/bin/env bash
call=$(printf '%03d' "$(ls "$AZ_LOG" | sed 's/-.*//' | sort -u | wc -l)")
index=0
for word in "$@"; do printf '%s' "$word" > "$AZ_LOG/$call-$(printf '%03d' $index)"; index=$((index + 1)); done
case "$1 $2 $3" in
  "ad app list") printf '%s' "$AZ_FOUND" ;;
  "ad app create") echo 11111111-aaaa-4bbb-8ccc-222222222222 ;;
  "account show "*) echo "$AZ_TENANT" ;;
esac
`;

export interface AzRun {
  status: number | null;
  stdout: string;
  stderr: string;
  /** The arguments of each call, word for word. */
  calls: string[][];
  /** Files the script left where it ran. */
  left: string[];
}

/** Runs a bash script with an Azure CLI that only notes what it is told. */
export function runWithFakeAz(script: string, { found = '', tenant = '' } = {}): AzRun {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-az-'));
  try {
    for (const name of ['bin', 'log', 'cwd']) execFileSync('mkdir', [join(folder, name)]);
    writeFileSync(join(folder, 'bin/az'), AZ);
    chmodSync(join(folder, 'bin/az'), 0o755);
    writeFileSync(join(folder, 'script.sh'), script);
    const log = join(folder, 'log');
    const env = { PATH: `${join(folder, 'bin')}:${process.env.PATH ?? ''}`, AZ_LOG: log, AZ_FOUND: found, AZ_TENANT: tenant };
    const { status, stdout, stderr } = spawnSync('bash', [join(folder, 'script.sh')], { env, cwd: join(folder, 'cwd'), encoding: 'utf8' });
    const calls: string[][] = [];
    for (const name of readdirSync(log).toSorted()) (calls[Number(name.slice(0, 3))] ??= []).push(readFileSync(join(log, name), 'utf8'));
    return { status, stdout, stderr, calls, left: existsSync(join(folder, 'cwd')) ? readdirSync(join(folder, 'cwd')) : [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
