import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { LibraryImport } from '../../../../contract/hunting-library';

interface ImportRefusedProps {
  refused: Extract<LibraryImport, { outcome: 'refused' }>;
  onClose(): void;
}

/** Why a file of queries was not taken, line by line. */
export function ImportRefused({ refused: { fileName, faults }, onClose }: ImportRefusedProps) {
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{i18n.t('Nothing was taken from {fileName}', { fileName })}</DialogTitle>
          <DialogContent>
            <ul className="import-faults">
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{i18n.t('Close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
