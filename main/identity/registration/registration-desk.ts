import type { ConsentListener } from '../../../contract/consent';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { RegistrationPlan, RegistrationTexts, StepResult } from '../../../contract/registration';
import type { CloudEnvironment } from '../../cloud/environment';
import type { FetchPort } from '../../cloud/fetch-port';
import type { StorePort } from '../../store/store-port';
import type { PartnerApps } from '../partner-apps';
import { gatherEvidence } from './gather-evidence';
import { judgeSteps } from './judge-steps';
import { redirectUrisFor } from './redirect-uris';
import { registrationTexts } from './registration-texts';

export interface RegistrationDeskParts {
  apps: Pick<PartnerApps, 'connection'>;
  store: Pick<StorePort, 'listTenants'>;
  clouds: readonly CloudEnvironment[];
  /** Where consents are listened for now. */
  listener(): ConsentListener | null;
  fetch: FetchPort;
  now(): number;
}

/** Says how the partner's app is to be registered, and checks how it is. */
export class RegistrationDesk {
  constructor(private readonly parts: RegistrationDeskParts) {}

  /** The registration as texts; null when this profile has no such cloud. */
  texts(plan: RegistrationPlan): RegistrationTexts | null {
    const environment = this.parts.clouds.find(({ id }) => id === plan.cloudId);
    return environment ? registrationTexts(plan, environment, redirectUrisFor(environment, this.parts.listener())) : null;
  }

  /** Asks Entra how an app is registered, step by step; null when there is no such app. */
  async check(appId: PartnerAppId): Promise<StepResult[] | null> {
    const { apps, store, listener, fetch, now } = this.parts;
    const connection = apps.connection(appId);
    if (!connection) return null;
    const customers = (await store.listTenants()).filter(({ appIds }) => appIds.includes(appId)).map(({ tenantId }) => tenantId);
    const held = (tenantId: string) => Number(connection.app.purpose.surfaces.some((on) => connection.broker.held(tenantId, on)));
    const redirectUris = redirectUrisFor(connection.environment, listener());
    return judgeSteps(
      await gatherEvidence({
        connection,
        // Those whose token came before are the likeliest to prove something.
        customers: customers.toSorted((a, b) => held(b) - held(a)),
        redirectUris,
        fetch,
        now,
      }),
    );
  }
}
