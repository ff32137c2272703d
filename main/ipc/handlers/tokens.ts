import { type IpcContext, NO_PARTNER_APP, NO_SUCH_TENANT, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

/** Calls about tokens: the page gets facts, never a token. */
export function tokenHandlers(context: IpcContext): HandlersOf<'tokens.acquire' | 'tokens.held'> {
  return {
    'tokens.acquire': async ({ tenantId, fresh }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      if (!(await desk.tenants.has(tenantId))) return NO_SUCH_TENANT;
      const broker = desk.partner.broker();
      if (!broker) return NO_PARTNER_APP;
      const answer = await broker.acquire(tenantId, { fresh });
      await desk.tenants.recordToken(tenantId, answer);
      return answer.ok ? ok(answer.facts) : fail('problem', 'No usable token', answer.problem);
    },
    'tokens.held': async ({ tenantId }) => ok(context.desk()?.partner.broker()?.held(tenantId) ?? null),
  };
}
