import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { ImportAnswer } from '../../../contract/tenant-files';
import { refusalSentence } from './import-words';

interface ImportRefusedProps {
  answer: Extract<ImportAnswer, { outcome: 'refused' }>;
  onAnother(): void;
  onClose(): void;
}

/** Why a file cannot be imported. */
export function ImportRefused({ answer, onAnother, onClose }: ImportRefusedProps) {
  return (
    <Dialog open onOpenChange={(_event, data) => data.open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{i18n.t('{fileName} cannot be imported', { fileName: answer.fileName })}</DialogTitle>
          <DialogContent>
            <p>{refusalSentence(answer.why, answer.at)}</p>
            <p className="quiet">{i18n.t('Nothing was changed.')}</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{i18n.t('Close')}</Button>
            <Button appearance="primary" onClick={onAnother}>
              {i18n.t('Choose another file…')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
