import { expect, it } from 'vitest';
import type { Desk, IpcContext } from '../../../main/ipc/context';
import { storeHandlers } from '../../../main/ipc/handlers/store';
import { tenantProfileHandlers } from '../../../main/ipc/handlers/tenant-profiles';
import { tenantHandlers } from '../../../main/ipc/handlers/tenants';

const [FIRST, SECOND] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;

/** The rooms of a profile, noting what happens in them in its order. */
function rooms() {
  const happened: string[] = [];
  const note =
    <T>(what: string, answer: T) =>
    async (about: string | readonly string[]): Promise<T> => {
      happened.push(`${what} ${[about].flat().join()}`);
      return answer;
    };
  const desk = {
    audit: { note: async () => undefined, noteEach: async () => undefined },
    incidents: {
      without: async <T>(tenantIds: readonly string[], remove: () => Promise<T>): Promise<T> => {
        happened.push(`reads end ${tenantIds.join()}`);
        const removed = await remove();
        happened.push(`reads may begin ${tenantIds.join()}`);
        return removed;
      },
    },
    consent: { prober: { forget: note('asking for tokens ends', undefined) } },
    hunting: { leave: note('hunting ends', undefined) },
    apps: { forgetTenant: note('tokens go', undefined) },
    tenants: { has: async () => true, remove: note('removed', true) },
    profiles: { removeSeveral: note('removed', 2) },
    store: { clearTenant: note('cleared', 5) },
  };
  const context = { desk: () => desk as unknown as Desk, incidentsChanged: () => undefined } as unknown as IpcContext;
  return { context, happened };
}

const lettingGo = (tenantId: string) => [`asking for tokens ends ${tenantId}`, `hunting ends ${tenantId}`, `tokens go ${tenantId}`];

it('a tenant is removed when nothing asks anything of it any more, and before it can be read again', async () => {
  const { context, happened } = rooms();
  expect(await tenantHandlers(context)['tenants.remove']({ tenantId: FIRST })).toEqual({ ok: true, value: null });
  expect(happened).toEqual([`reads end ${FIRST}`, ...lettingGo(FIRST), `removed ${FIRST}`, `reads may begin ${FIRST}`]);
});

it('and so are many at once', async () => {
  const { context, happened } = rooms();
  const both = [FIRST, SECOND];
  expect(await tenantProfileHandlers(context)['tenants.removeSeveral']({ tenantIds: both })).toEqual({ ok: true, value: { removed: 2 } });
  expect(happened).toEqual([
    `reads end ${both.join()}`,
    ...both.flatMap(lettingGo),
    `removed ${both.join()}`,
    `reads may begin ${both.join()}`,
  ]);
});

it('what is stored of a tenant that stays is deleted between its reads', async () => {
  const { context, happened } = rooms();
  expect(await storeHandlers(context)['store.clearTenant']({ tenantId: FIRST })).toEqual({ ok: true, value: { incidents: 5 } });
  expect(happened).toEqual([`reads end ${FIRST}`, `cleared ${FIRST}`, `reads may begin ${FIRST}`]);
});
