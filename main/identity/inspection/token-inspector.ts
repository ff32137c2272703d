import type { HeldToken, InspectionAnswer, SignatureCheck } from '../../../contract/token-inspection';
import type { CloudEnvironment } from '../../cloud/environment';
import type { FetchPort } from '../../cloud/fetch-port';
import type { StorePort } from '../../store/store-port';
import type { PartnerApps } from '../partner-apps';
import type { PartnerConnection } from '../partner-connection';
import { checkSignature } from './check-signature';
import { type DecodedToken, decodeToken, tokenIn } from './decode-token';
import { inspectToken, type InspectionContext } from './inspect-token';

export interface TokenInspectorParts {
  apps: Pick<PartnerApps, 'connection' | 'summaries'>;
  store: Pick<StorePort, 'listTenants'>;
  clouds: readonly CloudEnvironment[];
  fetch: FetchPort;
  now(): number;
}

/** Reads tokens for people: those Tenantry holds and those someone pastes in. Keeps none, and lets none out. */
export class TokenInspector {
  constructor(private readonly parts: TokenInspectorParts) {}

  /** Null when no token is held. */
  async held({ tenantId, appId, resource }: HeldToken): Promise<InspectionAnswer | null> {
    const connection = this.parts.apps.connection(appId);
    const held = connection?.broker.inspect(tenantId, resource);
    if (!connection || !held) return null;
    const decoded = 'refused' in held ? held.refused : decodeToken(held.accessToken);
    if (!decoded.ok) return { readable: false, fault: decoded.fault };
    const { environment, app } = connection;
    return this.#describe(decoded.token, {
      clouds: [environment],
      askedTenantId: tenantId,
      askedClientId: app.clientId,
      dropped: 'refused' in held,
    });
  }

  /** The token itself, to be copied by main; null when none is held. */
  textOf({ tenantId, appId, resource }: HeldToken): string | null {
    const held = this.parts.apps.connection(appId)?.broker.inspect(tenantId, resource);
    return held && 'accessToken' in held ? held.accessToken : null;
  }

  /** A token an analyst signed in for, in the partner's own tenant. */
  async ofAnalyst({ environment, app }: PartnerConnection, accessToken: string): Promise<InspectionAnswer> {
    const decoded = decodeToken(accessToken);
    if (!decoded.ok) return { readable: false, fault: decoded.fault };
    const asked = { askedTenantId: app.homeTenantId, askedClientId: app.clientId };
    return this.#describe(decoded.token, { clouds: [environment], ...asked, dropped: false });
  }

  async pasted(text: string): Promise<InspectionAnswer> {
    const decoded = decodeToken(tokenIn(text));
    if (!decoded.ok) return { readable: false, fault: decoded.fault };
    return this.#describe(decoded.token, { clouds: this.parts.clouds, dropped: false });
  }

  /** Null when no token is held. A token that was refused is gone, its signature with it. */
  async heldSignature({ tenantId, appId, resource }: HeldToken): Promise<SignatureCheck | null> {
    const connection = this.parts.apps.connection(appId);
    const held = connection?.broker.inspect(tenantId, resource);
    if (!connection || !held) return null;
    if ('refused' in held) return { outcome: 'unknown', why: 'dropped' };
    const { fetch, now } = this.parts;
    return checkSignature(held.accessToken, { clouds: [connection.environment], fetch, now });
  }

  pastedSignature(text: string): Promise<SignatureCheck> {
    const { clouds, fetch, now } = this.parts;
    return checkSignature(tokenIn(text), { clouds, fetch, now });
  }

  async #describe(
    token: DecodedToken,
    about: Pick<InspectionContext, 'clouds' | 'askedTenantId' | 'askedClientId' | 'dropped'>,
  ): Promise<InspectionAnswer> {
    const tenants = await this.parts.store.listTenants();
    const apps = this.parts.apps.summaries();
    const inspection = inspectToken(token, {
      ...about,
      now: this.parts.now(),
      nameOf: (tenantId) =>
        tenants.find((tenant) => tenant.tenantId === tenantId)?.displayName ??
        (apps.some(({ homeTenantId }) => homeTenantId === tenantId) ? 'Your own tenant' : undefined),
      appsOf: (clientId) => apps.filter((app) => app.clientId === clientId),
    });
    return { readable: true, inspection };
  }
}
