import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { QrCode20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
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
      <Button size="small" icon={<QrCode20Regular />} aria-label={`QR code of ${title}`} title="QR code" onClick={() => setOpen(true)} />
      {open && (
        <Dialog open onOpenChange={(_event, data) => setOpen(data.open)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>
                {title} for {tenantName}
              </DialogTitle>
              <DialogContent className="dialog-fields">
                <QrCode text={link} label={`QR code: ${title} for ${tenantName}`} />
                <CodeBox text={link} label={`${title}, as text`} />
              </DialogContent>
              <DialogActions>
                <Button appearance="primary" onClick={() => setOpen(false)}>
                  Close
                </Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
    </>
  );
}
