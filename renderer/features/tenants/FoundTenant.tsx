import { Field, Input } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { ResolvedTenant } from '../../../contract/tenant';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { withElements } from '../../ui/with-elements';

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
  const facts: KeyValue[] = [{ name: i18n.t('Tenant ID'), value: tenant.tenantId, code: true }];
  if (tenant.domain) facts.push({ name: i18n.t('Domain'), value: tenant.domain });
  if (tenant.region) facts.push({ name: i18n.t('Region'), value: tenant.region });
  return (
    <section className="found-tenant" aria-label={i18n.t('Found tenant')}>
      <KeyValueList items={facts} />
      {tenant.verified === false && <p className="quiet">{i18n.t('Entra ID could not be asked, so this ID is not checked yet.')}</p>}
      {already === undefined ? (
        <Field label={i18n.t('Display name')} required hint={i18n.t('How you call this customer. It is kept on this computer only.')}>
          <Input
            value={name}
            maxLength={120}
            onChange={(_event, data) => onName(data.value)}
            onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && onEnter()}
          />
        </Field>
      ) : (
        <p role="alert">{withElements(i18n.t('This tenant is in the list already, as [[name]].'), { name: <strong>{already}</strong> })}</p>
      )}
    </section>
  );
}
