import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { QrCode20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import { CodeBox } from '../../ui/CodeBox';
import { QrCode } from '../../ui/QrCode';

interface QrCodeButtonProps {
  link: string;
  /** The link's name. */
  title: string;
  tenantName: string;
}

/** Shows a consent link as a code to be scanned, for an administrator who is in the room or on a call. */
export function QrCodeButton({ link, title, tenantName }: QrCodeButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        icon={<QrCode20Regular />}
        aria-label={i18n.t('QR code of {title}', { title })}
        title={i18n.t('QR code')}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Dialog open onOpenChange={(_event, data) => setOpen(data.open)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{i18n.t('{title} for {tenantName}', { title, tenantName })}</DialogTitle>
              <DialogContent className="dialog-fields">
                <QrCode text={link} label={i18n.t('QR code: {title} for {tenantName}', { title, tenantName })} />
                <CodeBox text={link} label={i18n.t('{title}, as text', { title })} />
              </DialogContent>
              <DialogActions>
                <Button appearance="primary" onClick={() => setOpen(false)}>
                  {i18n.t('Close')}
                </Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
    </>
  );
}
