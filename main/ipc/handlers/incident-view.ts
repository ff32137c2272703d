import { techniqueUrl } from '../../../contract/mitre';
import { type IpcContext, STORE_CLOSED } from '../context';
import type { HandlersOf } from '../handlers';
import { ok } from '../outcome';
import { NO_SUCH_INCIDENT } from './incidents';

/** Calls about what stands beside one incident. */
export function incidentViewHandlers(
  context: IpcContext,
): HandlersOf<'incidents.history' | 'incidents.ofAlert' | 'incidents.campaign' | 'incidents.openTechnique'> {
  return {
    'incidents.openTechnique': async ({ technique }) => {
      await context.openLink(techniqueUrl(technique));
      return ok(null);
    },
    'incidents.history': async (key) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const history = await desk.incidents.history(key);
      return history ? ok(history) : NO_SUCH_INCIDENT;
    },
    'incidents.ofAlert': async ({ tenantId, alertId }) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const incidentId = await desk.incidents.ofAlert(tenantId, alertId);
      return incidentId === null ? NO_SUCH_INCIDENT : ok({ tenantId, incidentId });
    },
    'incidents.campaign': async (key) => {
      const desk = context.desk();
      if (!desk) return STORE_CLOSED;
      const campaign = await desk.incidents.campaign(key);
      return campaign ? ok(campaign) : NO_SUCH_INCIDENT;
    },
  };
}
