import type { SandboxPartner, SandboxRegistration } from '../types';
import { DEFAULT_ROLES, ROLES, type RequestedRole, WRITE_APP_ROLES } from './roles';

/** How the partner's apps are registered, and what each tenant granted them when it consented. */
export class Registrations {
  private readonly byClient: ReadonlyMap<string, SandboxRegistration>;
  /** Roles a tenant granted at its last consent, by client and tenant; absent: those of its state. */
  private readonly grants = new Map<string, readonly string[]>();

  constructor({ clientId, writeApp, expiredApp }: SandboxPartner) {
    const fresh = (permissions: readonly RequestedRole[]): SandboxRegistration => ({
      multitenant: true,
      permissions: permissions.map(({ value }) => value),
      redirectUris: null,
    });
    this.byClient = new Map([
      [clientId, fresh(DEFAULT_ROLES)],
      [writeApp.clientId, fresh(WRITE_APP_ROLES)],
      [expiredApp.clientId, fresh(DEFAULT_ROLES)],
    ]);
  }

  find(clientId: string): SandboxRegistration | undefined {
    return this.byClient.get(clientId.toLowerCase());
  }

  /** Changes what is named of a registration. What tenants granted before stays as it was. Throws for an app or a permission that does not exist. */
  change(clientId: string, patch: Partial<SandboxRegistration>): void {
    const registration = this.find(clientId);
    if (!registration) throw new RangeError(`no such app in the sandbox: ${clientId}`);
    const unknown = patch.permissions?.find((value) => !ROLES.some((role) => role.value === value));
    if (unknown !== undefined) throw new RangeError(`no such permission: ${unknown}`);
    Object.assign(registration, structuredClone(patch));
  }

  /** What an app asks for, as the consent page lists it. */
  rolesAskedBy(clientId: string): RequestedRole[] {
    const asked = this.find(clientId)?.permissions ?? [];
    return ROLES.filter(({ value }) => asked.includes(value));
  }

  /** Consent is a snapshot: exactly what is asked for now, in place of what was granted before. */
  grant(clientId: string, tenantId: string): void {
    this.grants.set(keyOf(clientId, tenantId), [...(this.find(clientId)?.permissions ?? [])]);
  }

  grantedTo(clientId: string, tenantId: string): readonly string[] | undefined {
    return this.grants.get(keyOf(clientId, tenantId));
  }

  /** A tenant's state was set from outside: what it granted follows from that again. */
  forget(tenantId: string): void {
    for (const clientId of this.byClient.keys()) this.grants.delete(keyOf(clientId, tenantId));
  }

  /** Grants as they are kept in a file. */
  saved(): Record<string, readonly string[]> {
    return Object.fromEntries(this.grants);
  }

  restore(saved: Record<string, readonly string[]>): void {
    for (const [key, roles] of Object.entries(saved)) if (Array.isArray(roles)) this.grants.set(key, roles);
  }
}

const keyOf = (clientId: string, tenantId: string) => `${clientId.toLowerCase()} ${tenantId}`;
