import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../contract/tenant';
import { EMPTY_PROFILE } from '../../contract/tenant-profile';
import { speak } from '../../locales/words';
import { ExportDesk } from '../../main/exports/export-desk';
import { ReportDesk } from '../../main/exports/report/report-desk';
import { reportPage } from '../../main/exports/report/report-page';
import { IncidentDesk } from '../../main/incidents/incident-desk';
import { NEVER_READ } from '../../main/incidents/sync-pass';
import { XdrProvider } from '../../main/incidents/xdr-provider';
import { OverviewDesk } from '../../main/overview/overview-desk';
import type { StorePort } from '../../main/store/store-port';
import { incident, page, TENANT_A, TENANT_B, tenant } from '../support/store/incident-pages';
import { TempStore } from '../support/store/temp-store';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 28, 22);
const NAMES = [
  [TENANT_A, 'Alpha <script>alert(1)</script>'],
  [TENANT_B, 'Beta & Co'],
] as const;

describe('reports', () => {
  let temp: TempStore;
  let store: StorePort;
  let folder: string;
  let exports: ExportDesk;
  const progress: unknown[] = [];

  beforeEach(async () => {
    temp = new TempStore();
    store = await temp.open();
    folder = join(temp.folder, 'reports');
    mkdirSync(folder);
    progress.length = 0;
    for (const [tenantId, name] of NAMES) {
      await store.addTenant(tenant(tenantId, name));
      const sign = name.slice(0, 4);
      await store.saveIncidentPage(
        page(tenantId, [
          incident(`${sign}-open`, { name: `"><img src=x onerror=alert(1)> of ${sign}`, severity: 'High', createdAt: NOW - 3 * DAY }),
          incident(`${sign}-done`, {
            name: `Done at ${sign}`,
            status: 'Resolved',
            createdAt: NOW - 2 * DAY,
            updatedAt: NOW - DAY,
            rawIndex: 1,
          }),
        ]),
      );
    }
  });
  afterEach(() => temp.remove());

  const desk = (print = async (text: string): Promise<Uint8Array> => new TextEncoder().encode(`%PDF ${text.length}`)) => {
    const health = (tenantId: string): Tenant['health'] =>
      tenantId === TENANT_A
        ? { state: 'fresh', refreshing: false, lastCompleteAt: NOW }
        : { state: 'consentMissing', refreshing: false, problem: { code: 'consentMissing', at: NOW, detail: 'AADSTS <b>7000229</b>' } };
    const listed: Tenant[] = NAMES.map(([tenantId, displayName]) => ({
      tenantId,
      displayName,
      profile: EMPTY_PROFILE,
      appIds: [],
      addedAt: NOW,
      incidentCount: 2,
      health: health(tenantId),
    }));
    const tenants = { list: async () => listed, find: async (id: string) => listed.find(({ tenantId }) => tenantId === id) ?? null };
    const now = () => NOW;
    exports = new ExportDesk({ store, tenants, now, onProgress: (one) => progress.push(one) });
    const overview = new OverviewDesk({ store, tenants, schedule: () => ({ windowDays: 30 }), now });
    const nothing = async () => undefined;
    const incidents = new IncidentDesk({
      now: () => NOW,
      store,
      tenants: tenants as unknown as ConstructorParameters<typeof IncidentDesk>[0]['tenants'],
      provider: () => XdrProvider.prototype,
      portalBase: async () => null,
      read: async () => [],
      cancel: nothing,
      leave: nothing,
    } as unknown as ConstructorParameters<typeof IncidentDesk>[0]);
    return new ReportDesk({ tenants, overview, incidents, exports, print });
  };
  const both = { tenantIds: [TENANT_A, TENANT_B], days: 7, formats: ['html', 'pdf'] } as const;
  const wish = { ...both, tenantIds: [...both.tenantIds], formats: [...both.formats] };
  const read = (name: RegExp) => {
    const found = readdirSync(folder).find((one) => name.test(one));
    return readFileSync(join(folder, found ?? 'none'), 'utf8');
  };

  it('are one file each, and none holds anything of another customer', async () => {
    const answer = await desk().write(wish, folder);
    expect(answer).toEqual({ folder: 'reports', files: 4, notWhole: 1, failed: [], cancelled: false });
    expect(readdirSync(folder)).toHaveLength(4);
    const [alpha, beta] = [read(/alpha.*html$/), read(/beta.*html$/)];
    expect(alpha).toContain('#Alph-open');
    expect(beta).toContain('#Beta-open');
    for (const foreign of [TENANT_B, 'Beta']) expect(alpha).not.toContain(foreign);
    for (const foreign of [TENANT_A, 'Alph']) expect(beta).not.toContain(foreign);
    expect(progress).toContainEqual({ what: 'reports', done: 1, total: 2 });
    expect(progress.at(-1)).toBeNull();
  });

  it('hold no script and fetch nothing; what others wrote is text', async () => {
    await desk().write(wish, folder);
    for (const text of [read(/alpha.*html$/), read(/beta.*html$/)]) {
      expect(text).not.toMatch(/<(script|img|b|link|iframe|object|a)[\s>]/i);
      expect(text).not.toMatch(/<[^>]*\s(src|href|style|on\w+)=/i);
      expect(text).toContain('default-src &#39;none&#39;');
    }
    expect(read(/alpha.*html$/)).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(read(/beta.*html$/)).toContain('AADSTS &#60;b&#62;7000229&#60;/b&#62;');
  });

  it('list what is open in a status nobody knew when this was written: it is counted, too', async () => {
    await store.saveIncidentPage(page(TENANT_A, [incident('Alph-odd', { status: 'Escalated', createdAt: NOW - DAY })]));
    const content = await desk().content(TENANT_A, 7);
    expect(Object.values(content?.figures.open ?? {}).reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(content?.open.total).toBe(2);
    await desk().write({ ...wish, tenantIds: [TENANT_A], formats: ['html'] }, folder);
    expect(read(/alpha.*html$/)).toContain('#Alph-odd');
  });

  it('say on the first page how far they can be trusted, and in their name', async () => {
    await desk().write(wish, folder);
    expect(read(/alpha.*html$/)).toContain('Complete: this tenant was read whole 2026-11-28 22:00 UTC.');
    expect(read(/beta.*html$/)).toContain('Not complete: incidents may be missing or out of date.');
    expect(readdirSync(folder).filter((name) => name.includes('consentMissing'))).toHaveLength(2);
    expect(read(/alpha.*html$/)).toContain('Period: 2026-11-22 to 2026-11-28 (7 days, UTC)');
  });

  it('say of which days not all is known, in words, in the table and in the chart', async () => {
    await store.saveIncidentPage(
      page(TENANT_A, [], { sync: { cursor: { ...NEVER_READ, knownFrom: NOW - 2 * DAY }, follows: 0, unlistedAt: null } }),
    );
    await desk().write({ ...wish, formats: ['html'] }, folder);
    expect(read(/alpha.*html$/)).toContain(
      'Up to and including 2026-11-26 not all incidents are known, only those that changed later: numbers of the period may be too low.',
    );
    expect(read(/alpha.*html$/)).toMatch(/2026-11-26 \(not all known\)<.*2026-11-27</);
    const hatched = (report: string) => report.match(/<rect class="unsure"[^>]* fill="url\(#unsure\)"/g)?.length ?? 0;
    expect(hatched(read(/alpha.*html$/)), 'from the 22nd to the 26th').toBe(5);
    expect(read(/beta.*html$/)).not.toContain('only incidents that changed later');
    expect(hatched(read(/beta.*html$/))).toBe(0);
  });

  it('are never written over one that is there', async () => {
    await desk().write({ ...wish, tenantIds: [TENANT_A], formats: ['html'] }, folder);
    const [first = ''] = readdirSync(folder);
    writeFileSync(join(folder, first), 'of this morning');
    await desk().write({ ...wish, tenantIds: [TENANT_A], formats: ['html'] }, folder);
    expect(readFileSync(join(folder, first), 'utf8')).toBe('of this morning');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('cost each other nothing when one fails, and leave no part of a file', async () => {
    let printed = 0;
    const answer = await desk(async () => {
      printed += 1;
      if (printed === 1) throw new Error('No printer');
      return new Uint8Array([1]);
    }).write({ ...wish, formats: ['pdf'] }, folder);
    expect(answer).toMatchObject({ files: 1, failed: [{ tenantName: NAMES[0][1], detail: 'No printer' }] });
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('count what was written of a customer of whom the rest failed', async () => {
    const broken = desk(async () => {
      throw new Error('No printer');
    });
    expect(await broken.write({ ...wish, tenantIds: [TENANT_A] }, folder)).toMatchObject({ files: 1, failed: [{ detail: 'No printer' }] });
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/html$/)]);
  });

  it('leave no part of a file where Tenantry ends while one is printed', async () => {
    const meanwhile: string[][] = [];
    const printing = desk(async () => {
      meanwhile.push(readdirSync(folder));
      return new Uint8Array([1]);
    });
    await printing.write({ ...wish, tenantIds: [TENANT_A], formats: ['pdf'] }, folder);
    expect(meanwhile).toEqual([[]]);
  });

  it('do not name the tenant whose token came instead', async () => {
    const content = await desk().content(TENANT_A, 7);
    if (!content) throw new Error('There is nothing of Alpha');
    const problem = { code: 'wrongTenantToken', at: NOW, detail: `The token is of tenant ${TENANT_B}.` } as const;
    const text = reportPage({ ...content, tenant: { ...content.tenant, health: { state: 'tokenWrong', refreshing: false, problem } } });
    expect(text).toContain('Token of another tenant');
    expect(text).not.toContain(TENANT_B);
  });

  it('write numbers as the language does', async () => {
    const content = await desk().content(TENANT_A, 7);
    if (!content) throw new Error('There is nothing of Alpha');
    const some = { ...content, figures: { ...content.figures, timed: 1, meanResolveMs: 1234.5 * 3_600_000, opened: 12_345 } };
    expect(reportPage(some)).toContain('1,234.5 h');
    await speak('sv');
    try {
      expect(reportPage(some)).toMatch(/1\s234,5/u);
      expect(reportPage(some)).toMatch(/12\s345/u);
    } finally {
      await speak('en');
    }
  });

  it('end between two customers when called off', async () => {
    const called = desk(async () => {
      exports.cancel();
      return new Uint8Array([1]);
    });
    expect(await called.write({ ...wish, formats: ['pdf'] }, folder)).toMatchObject({ files: 1, cancelled: true });
    expect(exports.busy).toBe(false);
  });
});
