import { Field, Input, Select } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { type TenantEdit, tenantEdit } from '../../../contract/tenant-profile';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { FormDialog } from '../../ui/FormDialog';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { groupsOf, tagsOf } from './tenant-filter';
import { TenantNames } from './TenantNames';

export type SeveralEdit = TenantEdit['kind'];

interface EditSeveralDialogProps {
  edit: SeveralEdit;
  tenants: readonly Tenant[];
  onClose(): void;
}

/** One thing done to several customers, who are named. */
export function EditSeveralDialog({ edit, tenants, onClose }: EditSeveralDialogProps) {
  const [value, setValue] = useState(edit === 'removeTag' ? (tagsOf(tenants)[0] ?? '') : '');
  const { busy, run } = useAction();
  const notices = useNotices();
  const all = useApp((state) => state.tenants);
  const loadTenants = useApp((state) => state.loadTenants);
  const known = useId();
  const { title, label, hint, confirm } = editWords(edit, tenants.length);
  const usable = tenantEdit.safeParse(edit === 'setGroup' ? { kind: edit, group: value } : { kind: edit, tag: value });

  const apply = async () => {
    if (!usable.success) return;
    const result = await run(() => call('tenants.editSeveral', { tenantIds: tenants.map(({ tenantId }) => tenantId), edit: usable.data }));
    if (!result.ok) return;
    await loadTenants();
    notices.done(i18n.t('{count, plural, one {# tenant} other {# tenants}} changed', { count: result.value.changed }));
    onClose();
  };

  return (
    <FormDialog title={title} confirm={confirm} disabled={!usable.success || busy} onSubmit={() => void apply()} onClose={onClose}>
      <Field label={label} hint={hint}>
        {edit === 'removeTag' ? (
          <Select value={value} onChange={(_event, data) => setValue(data.value)}>
            {tagsOf(tenants).map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            value={value}
            autoFocus
            autoComplete="off"
            maxLength={edit === 'setGroup' ? 80 : 40}
            input={{ list: known }}
            onChange={(_event, data) => setValue(data.value)}
          />
        )}
      </Field>
      <datalist id={known}>
        {(edit === 'setGroup' ? groupsOf(all) : tagsOf(all)).map((one) => one && <option key={one} value={one} />)}
      </datalist>
      <TenantNames tenants={tenants} />
    </FormDialog>
  );
}

function editWords(edit: SeveralEdit, count: number): { title: string; label: string; hint?: string; confirm: string } {
  switch (edit) {
    case 'setGroup':
      return {
        title: i18n.t('Set the group of {count, plural, one {# tenant} other {# tenants}}', { count }),
        label: i18n.t('Group'),
        hint: i18n.t('Empty: in no group.'),
        confirm: i18n.t('Set group of {count, plural, one {# tenant} other {# tenants}}', { count }),
      };
    case 'addTag':
      return {
        title: i18n.t('Add a tag to {count, plural, one {# tenant} other {# tenants}}', { count }),
        label: i18n.t('Tag'),
        hint: i18n.t('At most 40 characters, without commas.'),
        confirm: i18n.t('Add tag to {count, plural, one {# tenant} other {# tenants}}', { count }),
      };
    case 'removeTag':
      return {
        title: i18n.t('Remove a tag from {count, plural, one {# tenant} other {# tenants}}', { count }),
        label: i18n.t('Tag'),
        confirm: i18n.t('Remove tag from {count, plural, one {# tenant} other {# tenants}}', { count }),
      };
  }
}
