import { Combobox, Option } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import type { Tenant } from '../../../contract/tenant';
import { useKeys } from '../../keys/use-keys';

/** More are not drawn: typing narrows them down. */
const SHOWN = 40;

interface TenantPickerProps {
  tenants: readonly Tenant[];
  chosen: Tenant | undefined;
  onChoose(tenant: Tenant): void;
}

/** One of many tenants, by name, domain or ID. */
export function TenantPicker({ tenants, chosen, onChoose }: TenantPickerProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ id: 'search', label: i18n.t('Find a tenant'), group: 'Tokens', keys: ['/'], run: () => field.current?.focus() }]);
  const found = tenants.filter((tenant) => matches(tenant, typed ?? ''));
  const choose = (tenantId: TenantId | undefined) => {
    const tenant = tenants.find((one) => one.tenantId === tenantId);
    setTyped(null);
    if (tenant) onChoose(tenant);
  };
  return (
    <Combobox
      ref={field}
      freeform
      aria-label={i18n.t('Tenant')}
      placeholder={i18n.t('Name, domain or tenant ID')}
      value={typed ?? chosen?.displayName ?? ''}
      selectedOptions={chosen ? [chosen.tenantId] : []}
      onChange={(event) => setTyped(event.target.value)}
      onOptionSelect={(_event, { optionValue }) => choose(optionValue)}
      onBlur={() => setTyped(null)}
    >
      {found.slice(0, SHOWN).map((tenant) => (
        <Option key={tenant.tenantId} value={tenant.tenantId} text={tenant.displayName}>
          <span className="two-lines">
            <span>{tenant.displayName}</span>
            <span className="quiet code">{tenant.domain ?? tenant.tenantId}</span>
          </span>
        </Option>
      ))}
      {found.length > SHOWN && (
        <Option value="" text="" disabled>
          {i18n.t('{value} more: type to narrow them down', { value: found.length - SHOWN })}
        </Option>
      )}
      {found.length === 0 && (
        <Option value="" text="" disabled>
          {i18n.t('No tenant of your list')}
        </Option>
      )}
    </Combobox>
  );
}

function matches({ displayName, domain, tenantId }: Tenant, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return [displayName, domain ?? '', tenantId].some((text) => text.toLowerCase().includes(wanted));
}
