import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import { useApp } from '../../store/app-store';
import { FormDialog } from '../../ui/FormDialog';
import { useAction } from '../common/use-action';

/** Asks for the name the queue is kept under as it is: filters, order, grouping, columns. */
export function SaveViewDialog({ tenantId, onClose }: { tenantId: TenantId | null; onClose(): void }) {
  const { views, viewName, saveView } = useApp();
  const [name, setName] = useState(viewName ?? '');
  const { busy, run } = useAction();
  const replaces = views.some((view) => view.name.toLowerCase() === name.trim().toLowerCase());
  const save = async () => {
    const result = await run(() => saveView(name, tenantId));
    if (result.ok) onClose();
  };
  return (
    <FormDialog
      title={i18n.t('Save this view')}
      confirm={i18n.t('Save')}
      disabled={busy || name.trim() === ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field
        label={i18n.t('Name')}
        hint={replaces ? i18n.t('The view of this name is replaced.') : i18n.t('Filters, order, grouping and columns as they are now.')}
      >
        <Input value={name} maxLength={80} onChange={(_event, { value }) => setName(value)} />
      </Field>
    </FormDialog>
  );
}
