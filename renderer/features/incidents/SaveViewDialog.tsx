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
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';

/** Asks for the name the queue is kept under as it is: filters, order, grouping, columns. */
export function SaveViewDialog({ tenantId, onClose }: { tenantId: TenantId | null; onClose(): void }) {
  const { views, viewName, saveView } = useApp();
  const [name, setName] = useState(viewName ?? '');
  const { busy, run } = useAction();
  const replaces = views.some((view) => view.name.toLowerCase() === name.trim().toLowerCase());
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const result = await run(() => saveView(name, tenantId));
    if (result.ok) onClose();
  };
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void save(event)}>
          <DialogBody>
            <DialogTitle>{i18n.t('Save this view')}</DialogTitle>
            <DialogContent>
              <Field
                label={i18n.t('Name')}
                hint={
                  replaces ? i18n.t('The view of this name is replaced.') : i18n.t('Filters, order, grouping and columns as they are now.')
                }
              >
                <Input value={name} maxLength={80} onChange={(_event, { value }) => setName(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{i18n.t('Cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={busy || name.trim() === ''}>
                {i18n.t('Save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
