import { html } from 'hono/html';
import { PARTNER_APP_NAME, WRITE_APP_NAME } from '../directory/partner';
import type { RequestedRole } from '../directory/roles';
import { lacksConsent, type Tenant } from '../directory/tenants';
import type { Html } from './page';

/** The tenant is the link's own, or is picked on a link for any tenant, where a real admin would sign in. The first that waits for a consent is proposed. */
function tenantPart(tenant: Tenant | null, choices: readonly Tenant[]): Html {
  if (tenant) return html`<p class="soft">For <strong>${tenant.displayName}</strong> (${tenant.domain})</p>`;
  const proposed = choices.find(lacksConsent);
  const option = (choice: Tenant) =>
    html`<option value="${choice.tenantId}"${choice === proposed ? ' selected' : ''}>${choice.displayName}${lacksConsent(choice) ? ' — consent missing' : ''}</option>`;
  return html`<p class="soft">This link is for any organisation. Choose whose administrator you are.</p>
<label for="tenant">Sign in as the administrator of</label>
<select id="tenant" name="tenant" required>
${choices.map(option)}
</select>`;
}

/** What an administrator of a customer sees: who asks, for what, and two plain form buttons. `writes`: of the partner's second registration. */
export function consentForm(
  { clientId, writes, roles }: { clientId: string; writes: boolean; roles: readonly RequestedRole[] },
  tenant: Tenant | null,
  choices: readonly Tenant[],
): Html {
  return html`<form method="post">
<p><strong>${writes ? WRITE_APP_NAME : PARTNER_APP_NAME}</strong><br><code>${clientId}</code></p>
${tenantPart(tenant, choices)}
<p>If you accept, this app can do the following in your whole organisation, without a signed-in user:</p>
<ul class="roles">
${roles.map((role) => html`<li>${role.display}<code>${role.value}</code></li>`)}
</ul>
<div class="actions">
<button name="decision" value="cancel" formnovalidate>Cancel</button>
<button class="primary" name="decision" value="accept">Accept</button>
</div>
</form>`;
}
