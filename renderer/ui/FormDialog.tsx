import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { FormEvent, ReactNode } from 'react';
import './form-dialog.css';

interface FormDialogProps {
  title: string;
  /** The fields. */
  children: ReactNode;
  /** The button that sends the form: it says what happens, never "OK". */
  confirm: string;
  /** Nothing can be sent now: under way, or a field is not right. */
  disabled: boolean;
  /** A second way to send it, before the main button. */
  other?: ReactNode;
  /** How the fields stand, where not below each other. */
  className?: string;
  onSubmit(): void;
  onClose(): void;
}

/** A few fields over the page: Enter in one of them sends the form, Escape closes it. */
export function FormDialog(props: FormDialogProps) {
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && props.onClose()}>
      <DialogSurface>
        <DialogForm {...props} />
      </DialogSurface>
    </Dialog>
  );
}

/** What is inside, for a dialog that has it only after it has asked for something. */
export function DialogForm({ title, children, confirm, disabled, other, className, onSubmit, onClose }: FormDialogProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!disabled) onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent className={className ?? 'form-fields'}>{children}</DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{i18n.t('Cancel')}</Button>
          {other}
          <Button type="submit" appearance="primary" disabled={disabled}>
            {confirm}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
