import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { audiencesOf, graphAccess } from '../../main/cloud/clouds';
import type { CloudEnvironment } from '../../main/cloud/environment';
import type { IncidentProvider } from '../../main/incidents/provider';
import type { Surface } from '../../contract/permissions';
import type { SyncOutcome } from '../../contract/sync';
import type { StorePort } from '../../main/store/store-port';
import { type Comparison, type Counts, compare, NOTHING } from './compare';
import { laterSurface, prepare, type RecordedFile } from './recorded-file';
import { serve } from './serve';

export interface RunParts {
  store: StorePort;
  /** Reads the tenants through the app's own engine. */
  read(environment: CloudEnvironment, tenantIds: readonly string[], graphFirst: readonly string[]): Promise<SyncOutcome[]>;
  provider(environment: CloudEnvironment, surface: Surface): IncidentProvider;
  print(line: string): void;
}

/** Sends every *.json of a folder through the app and compares. True: nothing was lost. */
export async function runRecorded(folder: string, parts: RunParts): Promise<boolean> {
  const names = await jsonFilesOf(folder);
  const later = names.filter(laterSurface);
  const files: RecordedFile[] = [];
  for (const name of names.filter((one) => !laterSurface(one))) files.push(prepare(name, await readFile(join(folder, name))));

  const server = await serve(files);
  try {
    const environment = environmentOf(server.base);
    for (const { tenantId, name } of files) await parts.store.addTenant({ tenantId, displayName: name, domain: null, addedAt: Date.now() });
    const outcomes = await parts.read(
      environment,
      files.map(({ tenantId }) => tenantId),
      files.filter(({ surface }) => surface === 'graph').map(({ tenantId }) => tenantId),
    );
    const total = { ...NOTHING };
    let failed = 0;
    for (const [index, file] of files.entries()) {
      const good = await report(file, outcomes[index], environment, parts, total);
      if (!good) failed += 1;
    }
    for (const name of later) parts.print(`${name}: not read yet: this surface comes later`);
    if (names.length === 0) parts.print(`No *.json file in ${folder}`);
    parts.print(`total: ${files.length} files, ${words(total)}; ${failed} failed, ${later.length} not read yet`);
    return failed === 0 && names.length > 0;
  } finally {
    server.close();
  }
}

/** Names of the *.json files right in the folder (links followed); folders, also one with such a name, are passed over. */
async function jsonFilesOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.json')).sort();
  const areFiles = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).isFile()));
  return names.filter((_name, index) => areFiles[index]);
}

async function report(
  file: RecordedFile,
  outcome: SyncOutcome | undefined,
  environment: CloudEnvironment,
  parts: RunParts,
  total: Counts,
): Promise<boolean> {
  for (const note of file.notes) parts.print(`${file.name}: ${note}`);
  if (outcome?.result !== 'complete' || file.items === null) {
    const { code = 'no outcome', detail = '' } = outcome?.problem ?? {};
    parts.print(`${file.name}: FAILED (${code}) ${detail}`);
    return false;
  }
  let seen: Comparison;
  try {
    seen = await compare(file, file.items, parts.store, parts.provider(environment, file.surface));
  } catch (error) {
    parts.print(`${file.name}: CRASHED ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return false;
  }
  for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += seen[key];
  const duplicates = seen.duplicates === 0 ? '' : `, ${seen.duplicates} with an id that came again (the newest is kept)`;
  const via = file.surface === 'graph' ? ', through Graph' : '';
  parts.print(`${file.name}: ${words(seen)}${duplicates}${via}`);
  for (const loss of seen.losses) parts.print(`  lost: ${loss}`);
  return seen.lost === 0;
}

function words({ incidents, alerts, devices, entities, unknownKinds, lost }: Counts): string {
  return `${incidents} incidents, ${alerts} alerts, ${devices} devices, ${entities} entities, ${unknownKinds} unknown kinds kept, ${lost} lost`;
}

function environmentOf(base: string): CloudEnvironment {
  return {
    id: 'recorded',
    name: 'Recorded payloads',
    kind: 'custom',
    loginBase: base,
    apiBase: base,
    graphBase: base,
    portalBase: null,
    issuers: [],
    resources: { xdr: { scope: `${base}/.default`, audiences: audiencesOf(base) }, graph: graphAccess(base) },
    vaultDomain: null,
    redirectUri: base,
    instanceNames: [],
  };
}
