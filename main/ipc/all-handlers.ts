import type { IpcContext } from './context';
import type { Handlers } from './handlers';
import { auditHandlers } from './handlers/audit';
import { credentialHandlers } from './handlers/credentials';
import { consentHandlers } from './handlers/consent';
import { consentSendingHandlers } from './handlers/consent-sending';
import { huntingHandlers } from './handlers/hunting';
import { huntingExportHandlers } from './handlers/hunting-export';
import { huntingLibraryHandlers } from './handlers/hunting-library';
import { exportHandlers } from './handlers/export';
import { incidentHandlers } from './handlers/incidents';
import { incidentViewHandlers } from './handlers/incident-view';
import { overviewHandlers } from './handlers/overview';
import { notificationHandlers } from './handlers/notifications';
import { partnerAppHandlers } from './handlers/partner-app';
import { queryLibraryHandlers } from './handlers/query-library';
import { proxyHandlers } from './handlers/proxy';
import { registrationHandlers } from './handlers/registration';
import { signInHandlers } from './handlers/sign-in';
import { storeHandlers } from './handlers/store';
import { syncHandlers } from './handlers/sync';
import { statusHandlers } from './handlers/status';
import { tenantFileHandlers } from './handlers/tenant-files';
import { tenantProfileHandlers } from './handlers/tenant-profiles';
import { tenantHandlers } from './handlers/tenants';
import { tokenInspectionHandlers } from './handlers/token-inspection';
import { tokenHandlers } from './handlers/tokens';
import { viewHandlers } from './handlers/views';
import { writeHandlers } from './handlers/writes';

/** Every call's handler. */
export function allHandlers(context: IpcContext): Handlers {
  return {
    ...statusHandlers(context),
    ...partnerAppHandlers(context),
    ...credentialHandlers(context),
    ...registrationHandlers(context),
    ...tenantHandlers(context),
    ...tenantProfileHandlers(context),
    ...tenantFileHandlers(context),
    ...consentHandlers(context),
    ...consentSendingHandlers(context),
    ...tokenHandlers(context),
    ...tokenInspectionHandlers(context),
    ...signInHandlers(context),
    ...auditHandlers(context),
    ...incidentHandlers(context),
    ...incidentViewHandlers(context),
    ...viewHandlers(context),
    ...overviewHandlers(context),
    ...exportHandlers(context),
    ...syncHandlers(context),
    ...storeHandlers(context),
    ...huntingHandlers(context),
    ...huntingExportHandlers(context),
    ...huntingLibraryHandlers(context),
    ...writeHandlers(context),
    ...queryLibraryHandlers(context),
    ...proxyHandlers(context),
    ...notificationHandlers(context),
  };
}
