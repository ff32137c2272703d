import { Field, Input } from '@fluentui/react-components';
import type { ResolvedTenant } from '../../../contract/tenant';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';

interface FoundTenantProps {
  tenant: ResolvedTenant;
  /** Name under which it is in the list already. */
  already: string | undefined;
  name: string;
  onName(name: string): void;
  onEnter(): void;
}

/** What was found, to be compared and named. */
export function FoundTenant({ tenant, already, name, onName, onEnter }: FoundTenantProps) {
  const facts: KeyValue[] = [{ name: 'Tenant ID', value: tenant.tenantId, code: true }];
  if (tenant.domain) facts.push({ name: 'Domain', value: tenant.domain });
  if (tenant.region) facts.push({ name: 'Region', value: tenant.region });
  return (
    <section className="found-tenant" aria-label="Found tenant">
      <KeyValueList items={facts} />
      {tenant.verified === false && <p className="quiet">Entra ID could not be asked, so this ID is not checked yet.</p>}
      {already === undefined ? (
        <Field label="Display name" required hint="How you call this customer. It is kept on this computer only.">
          <Input
            value={name}
            maxLength={120}
            onChange={(_event, data) => onName(data.value)}
            onKeyDown={({ key }) => key === 'Enter' && onEnter()}
          />
        </Field>
      ) : (
        <p role="alert">
          This tenant is in the list already, as <strong>{already}</strong>.
        </p>
      )}
    </section>
  );
}
