import { type IpcContext, NO_PARTNER_APP, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

const NO_SUCH_RUN = fail('notFound', 'This run is not open');

/** Calls about runs of a query over many tenants and about their rows. */
export function huntingHandlers(
  context: IpcContext,
): HandlersOf<
  | 'hunting.check'
  | 'hunting.start'
  | 'hunting.cancel'
  | 'hunting.retry'
  | 'hunting.run'
  | 'hunting.rows'
  | 'hunting.groups'
  | 'hunting.columnStats'
> {
  return {
    'hunting.check': async (wish) => {
      const desk = context.desk();
      return desk ? ok(await desk.hunting.check(wish)) : STORE_CLOSED;
    },
    'hunting.start': async (wish) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (desk.apps.summaries().length === 0) return NO_PARTNER_APP;
      // Tenants that left the list meanwhile are asked nothing.
      const listed = await desk.store.listTenants();
      const asked = new Set(wish.tenantIds);
      const tenantIds = listed
        .filter(({ tenantId }) => asked.has(tenantId))
        .sort((one, other) => one.displayName.localeCompare(other.displayName))
        .map(({ tenantId }) => tenantId);
      return ok({ runId: await desk.hunting.start({ ...wish, tenantIds }) });
    },
    'hunting.cancel': async ({ runId }) => {
      await context.desk()?.hunting.cancel(runId);
      return ok(null);
    },
    'hunting.retry': async ({ runId, tenantIds }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      return (await desk.hunting.retry(runId, tenantIds)) ? ok(null) : NO_SUCH_RUN;
    },
    'hunting.run': async ({ runId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const run = await desk.hunting.run(runId);
      return run ? ok(run) : NO_SUCH_RUN;
    },
    'hunting.rows': async ({ runId, view, offset, limit }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const window = await desk.hunting.rows(runId, view, offset, limit);
      return window ? ok(window) : NO_SUCH_RUN;
    },
    'hunting.groups': async ({ runId, column, selection, limit }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const groups = await desk.hunting.groups(runId, column, selection, limit);
      return groups ? ok(groups) : NO_SUCH_RUN;
    },
    'hunting.columnStats': async ({ runId, column, selection }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const stats = await desk.hunting.columnStats(runId, column, selection);
      return stats ? ok(stats) : NO_SUCH_RUN;
    },
  };
}
