import { gzipSync } from 'node:zlib';
import { app } from 'electron';
import { readRows } from '../../../main/incidents/xdr-rows';
import type { PackedBody } from '../../../main/store/packed-body';
import { TempStore } from '../../support/store/temp-store';
import { servePeer } from '../support/peer';
import type { CloudFacts } from './cloud';

export interface SyncApp {
  /**
   * What the processor needs at least for so many tenants: parsing their pages, and storing them. Both alone, one after the other, with the
   * product's own parser and store. Out: ms each.
   */
  floors(cloud: CloudFacts, sample: string[]): Promise<{ parseMs: number; insertMs: number }>;
}

const PAGES_OF_TENANT = 3;

async function pagesOf({ definition, partner }: CloudFacts, tenantId: string): Promise<Buffer[]> {
  const form = {
    grant_type: 'client_credentials',
    client_id: partner.clientId,
    client_secret: partner.clientSecret,
    scope: definition.scope,
  };
  const granted = await fetch(`${definition.loginBase}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const read = async (_: unknown, page: number) => {
    const answer = await fetch(`${definition.apiBase}/api/incidents?$top=100&$skip=${page * 100}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return Buffer.from(await answer.arrayBuffer());
  };
  return Promise.all(Array.from({ length: PAGES_OF_TENANT }, read));
}

servePeer<SyncApp>({
  async floors(cloud, sample) {
    await app.whenReady();
    const bodies = (await Promise.all(sample.map((tenantId) => pagesOf(cloud, tenantId)))).flat();
    const parsedAt = performance.now();
    const parsed = bodies.map((body) => readRows(body)?.rows ?? []);
    const parseMs = ((performance.now() - parsedAt) / sample.length) * cloud.tenantIds.length;
    const raws = bodies.map((body): PackedBody => ({ encoding: 'gzip', bytes: gzipSync(body) }));

    const temp = new TempStore();
    const store = await temp.open();
    for (const tenantId of cloud.tenantIds) await store.addTenant({ tenantId, displayName: tenantId, domain: null, addedAt: 1 });
    let insertMs = 0;
    for (let page = 0; page < PAGES_OF_TENANT; page++) {
      for (let from = 0; from < cloud.tenantIds.length; from += 8) {
        const began = performance.now();
        await Promise.all(
          cloud.tenantIds.slice(from, from + 8).map((tenantId, index) => {
            const at = ((from + index) % sample.length) * PAGES_OF_TENANT + page;
            const [raw, rows] = [raws[at], parsed[at]];
            if (!raw || !rows) throw new Error('A page of the sample is missing');
            return store.saveIncidentPage({ tenantId, surface: 'xdr', readAt: 1, raw, rows });
          }),
        );
        insertMs += performance.now() - began;
      }
    }
    const began = performance.now();
    await store.settle();
    insertMs += performance.now() - began;
    await temp.remove();
    return { parseMs, insertMs };
  },
});
