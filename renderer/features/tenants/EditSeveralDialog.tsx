import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Select,
} from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import type { Tenant } from '../../../contract/tenant';
import { type TenantEdit, tenantEdit } from '../../../contract/tenant-profile';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { groupsOf, tagsOf } from './tenant-filter';
import { TenantNames } from './TenantNames';
import { tenantsCount } from './tenants-count';

export type SeveralEdit = TenantEdit['kind'];

interface EditSeveralDialogProps {
  edit: SeveralEdit;
  tenants: readonly Tenant[];
  onClose(): void;
}

const WORDS: Record<SeveralEdit, { title: string; label: string; hint?: string; confirm: string }> = {
  setGroup: { title: 'Set the group of', label: 'Group', hint: 'Empty: in no group.', confirm: 'Set group of' },
  addTag: { title: 'Add a tag to', label: 'Tag', hint: 'At most 40 characters, without commas.', confirm: 'Add tag to' },
  removeTag: { title: 'Remove a tag from', label: 'Tag', confirm: 'Remove tag from' },
};

/** One thing done to several customers, who are named. */
export function EditSeveralDialog({ edit, tenants, onClose }: EditSeveralDialogProps) {
  const [value, setValue] = useState(edit === 'removeTag' ? (tagsOf(tenants)[0] ?? '') : '');
  const { busy, run } = useAction();
  const notices = useNotices();
  const all = useApp((state) => state.tenants);
  const loadTenants = useApp((state) => state.loadTenants);
  const known = useId();
  const { title, label, hint, confirm } = WORDS[edit];
  const usable = tenantEdit.safeParse(edit === 'setGroup' ? { kind: edit, group: value } : { kind: edit, tag: value });

  const apply = async (event: FormEvent) => {
    event.preventDefault();
    if (!usable.success) return;
    const result = await run(() => call('tenants.editSeveral', { tenantIds: tenants.map(({ tenantId }) => tenantId), edit: usable.data }));
    if (!result.ok) return;
    await loadTenants();
    notices.done(`${tenantsCount(result.value.changed)} changed`);
    onClose();
  };

  return (
    <Dialog open onOpenChange={(_event, data) => data.open || onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void apply(event)} noValidate>
          <DialogBody>
            <DialogTitle>{`${title} ${tenantsCount(tenants.length)}`}</DialogTitle>
            <DialogContent>
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
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" appearance="primary" disabled={!usable.success || busy}>
                {`${confirm} ${tenantsCount(tenants.length)}`}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
