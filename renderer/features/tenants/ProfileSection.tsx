import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { PanelSection } from '../../ui/Panel';
import { Pill } from '../../ui/Pill';
import { surfaceName } from '../common/surface-words';
import { ProfileFormFields } from './ProfileForm';
import { formOf, isEmptyProfile } from '../../store/profile-form';

/** What is noted on a customer, to be read and edited. */
export function ProfileSection({ tenant }: { tenant: Tenant }) {
  const draft = useApp((state) => state.profileDrafts[tenant.tenantId]);
  const draftProfile = useApp((state) => state.draftProfile);
  if (draft) {
    return (
      <PanelSection title={i18n.t('Profile')}>
        <ProfileFormFields tenant={tenant} form={draft} />
      </PanelSection>
    );
  }
  return (
    <PanelSection
      title={i18n.t('Profile')}
      aside={
        <ActionButton group="Tenants" size="small" onClick={() => draftProfile(tenant.tenantId, formOf(tenant.profile))}>
          {i18n.t('Edit profile')}
        </ActionButton>
      }
    >
      {isEmptyProfile(tenant.profile) ? (
        <p className="section-text">
          {i18n.t('No group, tags or notes yet. They stay on this computer and help to find customers again.')}
        </p>
      ) : (
        <KeyValueList items={facts(tenant)} />
      )}
    </PanelSection>
  );
}

function facts({ profile: { group, tags, owner, contact, notes, surface } }: Tenant): KeyValue[] {
  const items: KeyValue[] = [];
  if (group) items.push({ name: i18n.t('Group'), value: <Pill tone="brand">{group}</Pill> });
  if (tags.length > 0) {
    items.push({
      name: i18n.t('Tags'),
      value: (
        <span className="pill-row">
          {tags.map((tag) => (
            <Pill key={tag}>{tag}</Pill>
          ))}
        </span>
      ),
    });
  }
  if (owner) items.push({ name: i18n.t('Owner'), value: owner });
  if (contact) items.push({ name: i18n.t('Contact'), value: contact });
  if (surface !== null) items.push({ name: i18n.t('Read first through'), value: surfaceName(surface) });
  if (notes) items.push({ name: i18n.t('Notes'), value: <span className="notes-text">{notes}</span> });
  return items;
}
