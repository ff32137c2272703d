import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { PARTNER_APP_NAME, WRITE_APP_NAME } from '../directory/partner';
import { findResource } from '../directory/resources';
import type { World } from '../world';
import type { SignIn } from './authorization-codes';
import { page } from './page';
import { isRegistered, withAnswer } from './redirect-target';
import { correlationOf, describe, type StsError } from './sts-error';
import { stsErrors } from './sts-errors';
import { lookUp } from './tenant-lookup';

/** Scopes that are of the sign-in itself and of no API. */
const OF_THE_SIGN_IN = new Set(['openid', 'profile', 'email', 'offline_access']);
const DEFAULT = '/.default';

type Asked = Omit<SignIn, 'analyst'> & { state: string | null };

/** Reads a sign-in link. Whatever is wrong with it is shown to the person and never redirected. */
function parse(world: World, tenantName: string, query: URLSearchParams): { asked: Asked } | { refused: StsError } {
  const absent = ['client_id', 'response_type', 'redirect_uri', 'scope'].find((name) => !query.get(name));
  if (absent) return { refused: stsErrors.missing(absent) };
  const found = lookUp(world, tenantName, 'invalid_request');
  if ('refused' in found) return found;
  const clientId = query.get('client_id')?.toLowerCase() ?? '';
  if (!world.registrations.find(clientId)) return { refused: stsErrors.appNotFound(clientId, found.tenant.displayName) };
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRegistered(world, clientId, redirectUri)) return { refused: stsErrors.redirectUri(redirectUri, clientId) };
  const scopes = (query.get('scope') ?? '').split(/\s+/).filter((one) => !OF_THE_SIGN_IN.has(one));
  const [scope = ''] = scopes;
  if (scopes.length > 1) return { refused: stsErrors.severalResources(scopes.join(' ')) };
  const audience = scope.endsWith(DEFAULT) ? scope.slice(0, -DEFAULT.length) : '';
  const resource = findResource(audience);
  if (!resource) return { refused: stsErrors.scopeInvalid(scope) };
  const challenge = query.get('code_challenge');
  if (challenge !== null && query.get('code_challenge_method') !== 'S256') return { refused: stsErrors.challengeMethod() };
  const { tenantId } = found.tenant;
  return {
    asked: { tenantId, clientId, redirectUri, challenge, audience, resource, nonce: query.get('nonce'), state: query.get('state') },
  };
}

async function signIn(c: Context, world: World, tenantName: string): Promise<Response> {
  const parsed = parse(world, tenantName, new URL(c.req.url).searchParams);
  if ('refused' in parsed) {
    const text = describe(parsed.refused, randomUUID(), correlationOf(c.req.raw));
    return page(c, 400, 'Sorry, but we’re having trouble with signing you in.', html`<p><code>${text}</code></p>`);
  }
  const { state, ...asked } = parsed.asked;
  const app = world.isWriteApp(asked.clientId) ? WRITE_APP_NAME : PARTNER_APP_NAME;
  if (c.req.method !== 'POST') {
    const body = html`<form method="post">
<p>to <strong>${app}</strong></p>
<label for="analyst">Sign in as</label>
<select id="analyst" name="analyst" required>
${world.analysts.map(({ objectId, name, userName }) => html`<option value="${objectId}">${name} (${userName})</option>`)}
</select>
<div class="actions">
<button name="decision" value="cancel" formnovalidate>Cancel</button>
<button class="primary" name="decision" value="accept">Sign in</button>
</div>
</form>`;
    return page(c, 200, 'Sign in', body);
  }
  const form = new URLSearchParams(await c.req.text());
  const analyst = world.analysts.find(({ objectId }) => objectId === form.get('analyst'));
  if (form.get('decision') !== 'accept' || !analyst) {
    const answer = { error: 'access_denied', error_description: 'the user canceled the authentication', state };
    return c.redirect(withAnswer(asked.redirectUri, answer), 302);
  }
  const refused = world.refusalAt('consent', world.directory.mustFind(asked.tenantId));
  if (refused) {
    const answer = { error: refused.error, error_description: describe(refused, randomUUID(), randomUUID()), state };
    return c.redirect(withAnswer(asked.redirectUri, answer), 302);
  }
  const code = world.authorizationCodes.issue({ ...asked, analyst });
  return c.redirect(withAnswer(asked.redirectUri, { code, state, session_state: randomUUID() }), 302);
}

/** The page an analyst of the partner signs in on. Nobody is asked for a password. */
export function signInRoutes(app: Hono, world: World): void {
  app.on(['GET', 'POST'], '/:tenant/oauth2/v2.0/authorize', (c) => signIn(c, world, c.req.param('tenant')));
}
