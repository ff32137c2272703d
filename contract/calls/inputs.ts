import { z } from 'zod';
import { credentialId } from '../credential';
import { tenantId } from '../ids';
import { partnerAppId } from '../partner-app';
import { registrationPlan, registrationTextKind } from '../registration';
import { displayName } from '../tenant';
import { MAX_IMPORT_ROWS } from '../tenant-files';

export const nothing = z.undefined();
export const oneTenant = z.object({ tenantId });
export const oneApp = z.object({ appId: partnerAppId });
export const oneCredential = oneApp.extend({ credentialId });
export const named = z.object({ credentialId });
/** A tenant and the partner app it is about: what one app may do there says nothing of another. */
export const tenantAndApp = z.object({ tenantId, appId: partnerAppId });
export const someTenants = z.array(tenantId).min(1).max(MAX_IMPORT_ROWS);
export const oneImport = z.object({ importId: z.string().max(60) });
export const newTenant = z.object({ tenantId, displayName, domain: z.string().max(253).optional() });
export const planText = z.object({ plan: registrationPlan, kind: registrationTextKind });
/** Apps that new tenants are linked to; absent: all apps there are. */
export const forApps = z.array(partnerAppId).max(100).optional();
