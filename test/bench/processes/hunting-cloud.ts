import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { startSandbox } from '../../../sandbox/index';
import { servePeer } from '../support/peer';
import type { CloudFacts } from './cloud';

export interface HuntingCloud {
  /** Tenants that each answer any query over Defender XDR with so many rows, made and packed beforehand. */
  start(wish: { tenants: number; rows: number; latencyMs: number }): Promise<CloudFacts>;
}

const COLUMNS: readonly (readonly [string, string])[] = [
  ['Timestamp', 'DateTime'],
  ['DeviceId', 'String'],
  ['DeviceName', 'String'],
  ['ActionType', 'String'],
  ['FileName', 'String'],
  ['FolderPath', 'String'],
  ['ProcessId', 'Int64'],
  ['ProcessCommandLine', 'String'],
  ['AccountName', 'String'],
  ['ReportId', 'Int64'],
];

/** An answer with the length and the variety of real ones. */
function answerOf(tenant: number, rows: number): Buffer {
  const results = Array.from({ length: rows }, (_, row) => ({
    Timestamp: new Date(1_790_000_000_000 - row * 7_919).toISOString(),
    DeviceId: `${((tenant * 7 + row) % 40).toString(16).padStart(4, '0')}`.repeat(10),
    DeviceName: `ws-${(tenant * 7 + row) % 40}.corp.customer-${tenant}.example`,
    ActionType: row % 9 === 0 ? 'ProcessCreated' : 'ProcessStarted',
    FileName: ['chrome.exe', 'powershell.exe', 'svchost.exe', 'cmd.exe'][row % 4],
    FolderPath: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0',
    ProcessId: (row * 13) % 32_768,
    ProcessCommandLine: `powershell.exe -NoProfile -File C:\\scripts\\inventory-${row}.ps1 | findstr "${tenant}"`,
    AccountName: `user${row % 60}`,
    ReportId: row,
  }));
  const schema = COLUMNS.map(([Name, Type]) => ({ Name, Type }));
  return gzipSync(JSON.stringify({ Stats: { ExecutionTime: 0.1 }, Schema: schema, Results: results }), { level: 1 });
}

const tenantOf = (authorization = ''): string =>
  (JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString('utf8')) as { tid?: string }).tid ?? '';

/** The imitated cloud of the bench, in a process of its own so that its work is nobody else's. */
servePeer<HuntingCloud>({
  async start({ tenants, rows, latencyMs }) {
    const sandbox = await startSandbox({ tenants, incidents: 1, latencyMs });
    const tenantIds = sandbox.tenants.map(({ tenantId }) => tenantId);
    for (const tenantId of tenantIds) sandbox.control.setTenantState(tenantId, 'consented');
    const answers = new Map(tenantIds.map((tenantId, number) => [tenantId, answerOf(number, rows)]));
    const server = createServer((request, response) => {
      request.resume();
      void wait(latencyMs).then(() => {
        const packed = answers.get(tenantOf(request.headers.authorization));
        if (!packed || request.url !== '/api/advancedhunting/run') {
          response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"code":"NotFound","message":"Not here"}}');
          return;
        }
        const packs = String(request.headers['accept-encoding']).includes('gzip');
        response
          .writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...(packs ? { 'content-encoding': 'gzip' } : {}) })
          .end(packs ? packed : gunzipSync(packed));
      });
    });
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const definition = { ...sandbox.cloudDefinition(), apiBase: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    return { definition, partner: sandbox.partner, tenantIds };
  },
});
