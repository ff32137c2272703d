import type { TenantId } from '../../../contract/ids';
import type { AppPurpose } from '../../../contract/partner-app';
import type { Surface } from '../../../contract/permissions';
import type { AcquireAnswer } from '../token-broker';
import type { PageVerdict } from './consent-page-probe';

/** Everything the probes of one check saw. */
export interface Evidence {
  clientId: string;
  homeTenantId: TenantId;
  purpose: AppPurpose;
  /** A new token of the partner's own tenant, for each API of the purpose. */
  homeTokens: readonly { resource: Surface; answer: AcquireAnswer }[];
  /** New tokens of linked customers: asked until one came, or one was refused for the registration. */
  customerTokens: readonly { tenantId: TenantId; answer: AcquireAnswer }[];
  /** The consent page of any organisation. */
  anyOrganisation: PageVerdict;
  /** The consent page of the own tenant, ending at each address. */
  addresses: readonly { address: string; verdict: PageVerdict }[];
  /** The consent page of the own tenant, for each API of the purpose. */
  scopes: readonly { resource: Surface; verdict: PageVerdict }[];
}
