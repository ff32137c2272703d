import { i18n } from '@lingui/core';
import type { Tenant } from '../../contract/tenant';
import type { KeyAction } from './keymap';

/** One line of the command palette. */
export interface Command {
  id: string;
  label: string;
  /** Said behind it, quieter. */
  detail: string;
  keys: readonly string[];
  run(): void;
}

/** More than anybody reads; typing brings the others. */
const MOST = 60;

interface Sources {
  actions: readonly KeyAction[];
  tenants: readonly Tenant[];
  onTenant(tenant: Tenant, what: 'incidents' | 'details'): void;
}

/** The commands all words of a text occur in, those whose label begins with it first. Actions stand before tenants. */
export function findCommands(text: string, { actions, tenants, onTenant }: Sources): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found: Command[] = [];
  const offer = (command: Command, more = '') => {
    const searched = `${command.label} ${command.detail} ${more}`.toLowerCase();
    if (words.every((word) => searched.includes(word))) found.push(command);
  };
  for (const { id, label, group, keys, run } of actions) offer({ id, label, detail: i18n.t(group), keys, run });
  for (const tenant of tenants) {
    const { tenantId, displayName, domain = '', profile } = tenant;
    const about = `${domain} ${tenantId} ${profile.group}`;
    offer(
      {
        id: `incidents ${tenantId}`,
        label: displayName,
        detail: i18n.t('Show incidents'),
        keys: [],
        run: () => onTenant(tenant, 'incidents'),
      },
      about,
    );
    if (words.length > 0)
      offer(
        { id: `details ${tenantId}`, label: displayName, detail: i18n.t('Open tenant'), keys: [], run: () => onTenant(tenant, 'details') },
        about,
      );
  }
  const first = words.join(' ');
  const rank = ({ label }: Command) => (first !== '' && label.toLowerCase().startsWith(first) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST);
}
