import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { World } from '../world';
import { accepted, cancelled } from './consent-answer';
import { consentForm } from './consent-page';
import { type ConsentKind, parseConsentRequest } from './consent-request';
import { page } from './page';
import { correlationOf, describe, type StsError } from './sts-error';

function refusalPage(c: Context, error: StsError): Promise<Response> {
  const text = describe(error, randomUUID(), correlationOf(c.req.raw));
  return page(c, 400, 'Sorry, but we’re having trouble with signing you in.', html`<p><code>${text}</code></p>`);
}

async function consent(c: Context, world: World, kind: ConsentKind, tenantName: string): Promise<Response> {
  const query = new URL(c.req.url).searchParams;
  const prompt = query.get('prompt') ?? '';
  if (kind === 'authorize' && prompt !== 'consent' && prompt !== 'admin_consent') {
    const body = html`<p>The sandbox has no users to sign in. Of this page it imitates the consent prompt only: <code>prompt=consent</code>.</p>`;
    return page(c, 400, 'Nobody can sign in here', body);
  }
  const parsed = parseConsentRequest(world, kind, tenantName, query);
  if ('refused' in parsed) return refusalPage(c, parsed.refused);
  const { request } = parsed;
  const { clientId } = request;
  const app = { clientId, writes: world.isWriteApp(clientId), roles: world.registrations.rolesAskedBy(clientId) };
  const choices = world.customers.filter((tenant) => tenant.state !== 'unknownTenant');
  if (c.req.method !== 'POST') return page(c, 200, 'Permissions requested', consentForm(app, request.tenant, choices));
  const form = new URLSearchParams(await c.req.text());
  if (form.get('decision') !== 'accept') return c.redirect(cancelled(request), 302);
  const tenant = request.tenant ?? choices.find((choice) => choice.tenantId === form.get('tenant'));
  if (!tenant) return page(c, 400, 'Permissions requested', consentForm(app, null, choices));
  return c.redirect(accepted(world, request, tenant), 302);
}

/** The page a consent ends on: what the app on the other side would have read from the address. */
function portal(c: Context, world: World): Promise<Response> {
  const query = new URL(c.req.url).searchParams;
  const error = query.get('error');
  const tenant = world.directory.find(query.get('tenant') ?? '');
  const who = tenant ? html`<p>Organisation: <strong>${tenant.displayName}</strong> (${tenant.domain})</p>` : '';
  if (error !== null) {
    const body = html`<p><code>${error}</code></p><p>${query.get('error_description') ?? ''}</p>${who}<p class="soft">You can close this page.</p>`;
    return page(c, 200, 'Consent was not given (sandbox)', body);
  }
  if (query.get('admin_consent') === null) {
    return page(c, 200, 'Sandbox portal', html`<p>Consents of the sandbox end here. No consent came with this address.</p>`);
  }
  return page(c, 200, 'Consent recorded (sandbox)', html`${who}<p>You can close this page and go back to the app.</p>`);
}

/** The pages a customer's administrator sees. */
export function consentRoutes(app: Hono, world: World): void {
  app.on(['GET', 'POST'], '/:tenant/oauth2/authorize', (c) => consent(c, world, 'authorize', c.req.param('tenant')));
  app.on(['GET', 'POST'], '/:tenant/adminconsent', (c) => consent(c, world, 'adminV1', c.req.param('tenant')));
  app.on(['GET', 'POST'], '/:tenant/v2.0/adminconsent', (c) => consent(c, world, 'adminV2', c.req.param('tenant')));
  app.get('/portal', (c) => portal(c, world));
}
