import {
  type Sandbox,
  startSandbox,
  type SandboxIncident,
  type SandboxOptions,
  type SandboxTenant,
  type TenantState,
} from '../../../sandbox/index';

export const SCOPE = 'https://api.security.microsoft.com/.default';
/** A moment of its own for the data, so that no test depends on the day it runs. */
export const NOW = new Date('2026-01-15T12:00:00Z');

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export function open(options: SandboxOptions = {}): Promise<Sandbox> {
  return startSandbox({ now: NOW, ...options });
}

export async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
}

/** The first customer in a state; put into it when none is. */
export function customer(sandbox: Sandbox, state: TenantState = 'consented'): SandboxTenant {
  const found = sandbox.tenants.find((tenant) => tenant.state === state) ?? sandbox.tenants.at(-1);
  if (!found) throw new Error('the sandbox has no tenants');
  sandbox.control.setTenantState(found.tenantId, state);
  return { ...found, state };
}

/** Asks for a token; `fields` replace those of a right request, and null leaves one out. */
export async function askToken(
  sandbox: Sandbox,
  tenant: string,
  fields: Record<string, string | null> = {},
  version: 'v1' | 'v2' = 'v2',
): Promise<Answer> {
  const all = {
    grant_type: 'client_credentials',
    client_id: sandbox.partner.clientId,
    client_secret: sandbox.partner.clientSecret,
    ...(version === 'v2' ? { scope: SCOPE } : { resource: 'https://api.security.microsoft.com' }),
    ...fields,
  };
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) if (value !== null) body.set(name, value);
  const path = version === 'v2' ? 'oauth2/v2.0/token' : 'oauth2/token';
  return answerOf(await fetch(`${sandbox.url}/${tenant}/${path}`, { method: 'POST', body }));
}

export async function tokenOf(sandbox: Sandbox, tenant: string, fields: Record<string, string> = {}): Promise<string> {
  const { body } = await askToken(sandbox, tenant, fields);
  if (typeof body.access_token !== 'string') throw new Error(`no token: ${String(body.error_description)}`);
  return body.access_token;
}

/** Calls the Defender API. */
export async function api(sandbox: Sandbox, token: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return answerOf(await fetch(`${sandbox.url}${path}`, { ...init, headers }));
}

export const incidentsOf = (answer: Answer): SandboxIncident[] => answer.body.value as SandboxIncident[];
export const errorOf = (answer: Answer) => answer.body.error as { code: string; message: string; target: string };
