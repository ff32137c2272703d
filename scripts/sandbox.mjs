// npm run sandbox: the imitated Microsoft cloud on its own, for curl, for other clients, or for Tenantry with --cloud.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRepo, REPO_CACHE } from './lib/paths.mjs';
import { main, PlainError } from './lib/process.mjs';

const OPTIONS = {
  seed: { type: 'string', default: '1' },
  tenants: { type: 'string', default: '12' },
  incidents: { type: 'string', default: '240' },
  port: { type: 'string', default: '48620' },
  latency: { type: 'string', default: '0' },
  'cloud-file': { type: 'string' },
  help: { type: 'boolean', default: false },
};

const HELP = `npm run sandbox -- [--seed 1] [--tenants 12] [--incidents 240] [--port 48620] [--latency 0] [--cloud-file FILE]

  --seed        the same number gives the same tenants and incidents
  --tenants     customer tenants, 1 to 5000
  --incidents   most incidents of a tenant
  --port        port on 127.0.0.1; the next free one when it is taken, any with 0
  --latency     milliseconds every answer waits
  --cloud-file  where the cloud definition for "npm start -- --cloud=FILE" is written`;

/** @param {string} name @param {string} text */
function wholeNumber(name, text) {
  if (!/^\d{1,9}$/.test(text)) throw new PlainError(`--${name} needs a whole number, not "${text}".`);
  return Number(text);
}

/** Bundles the sandbox for plain Node, which reads no TypeScript. Packages stay outside: node_modules is beside it. */
async function loadSandbox() {
  const { build } = await import('vite');
  const outDir = path.join(REPO_CACHE, 'sandbox');
  await build({
    root: inRepo(),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: inRepo('sandbox/index.ts'),
      target: 'node20',
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'sandbox.mjs' } },
    },
  });
  return import(pathToFileURL(path.join(outDir, 'sandbox.mjs')).href);
}

/** @param {readonly {displayName: string, domain: string, tenantId: string, state: string, incidents: number}[]} tenants */
function tenantTable(tenants) {
  const rows = [
    ['Tenant', 'Domain', 'Tenant ID', 'State', 'Incidents'],
    ...tenants.map((one) => [one.displayName, one.domain, one.tenantId, one.state, String(one.incidents)]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd()).join('\n');
}

/** What to do with it, ready to paste. */
function introduction(sandbox, cloudFile) {
  const { url, partner, tenants } = sandbox;
  const shown = tenants.slice(0, 40);
  const example = tenants.find((one) => one.state === 'consented') ?? tenants[0];
  const waiting = tenants.find((one) => one.state === 'notConsented') ?? example;
  return `Sandbox cloud at ${url}  (an imitation of Microsoft's; stop it with Ctrl+C)

Partner app
  application ID  ${partner.clientId}
  home tenant     ${partner.homeTenantId}
  client secret   ${partner.clientSecret}
                  (an imitation too: it opens nothing but this sandbox)

Customers${tenants.length > shown.length ? ` (the first ${shown.length} of ${tenants.length})` : ''}
${tenantTable(shown)}

Get a token and the newest incidents of ${example.displayName}:
  TOKEN=$(curl -s ${url}/${example.tenantId}/oauth2/v2.0/token \\
    -d grant_type=client_credentials -d client_id=${partner.clientId} \\
    --data-urlencode 'client_secret=${partner.clientSecret}' \\
    -d scope=https://api.security.microsoft.com/.default | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
  curl -s --compressed -H "Authorization: Bearer $TOKEN" '${url}/api/incidents?$top=2'

Give consent for ${waiting.displayName}, in a browser:
  ${url}/common/oauth2/authorize?prompt=consent&client_id=${partner.clientId}&response_type=code&sso_reload=true

Point Tenantry at it:
  npm start -- --cloud=${cloudFile}

Control (faults, states, throttling; see docs/sandbox.md)
  curl -s -H 'Authorization: Bearer ${sandbox.controlKey}' ${url}/__sandbox
`;
}

main(async () => {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const options = {
    seed: wholeNumber('seed', values.seed),
    tenants: wholeNumber('tenants', values.tenants),
    incidents: wholeNumber('incidents', values.incidents),
    port: wholeNumber('port', values.port),
    latencyMs: wholeNumber('latency', values.latency),
  };
  await ensureDependencies();
  const { startSandbox } = await loadSandbox();
  const sandbox = await startSandbox(options);
  const cloudFile = path.resolve(values['cloud-file'] ?? path.join(REPO_CACHE, 'sandbox-cloud.json'));
  mkdirSync(path.dirname(cloudFile), { recursive: true });
  writeFileSync(cloudFile, `${JSON.stringify(sandbox.cloudDefinition(), null, 2)}\n`);
  console.log(introduction(sandbox, cloudFile));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void sandbox.close());
});
