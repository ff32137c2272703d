import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { i18n } from '@lingui/core';
import { type ImportPreview, type RowKind, rowKind } from '../../../contract/tenant-files';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { Banner } from '../../ui/Banner';
import { Chip } from '../../ui/Chip';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { ImportTable } from './ImportTable';
import { applyWords, kindWords, previewNotes } from './import-words';
import { counted } from '../common/incident-words';

/** What a file would do to the list, row by row, before anything is written. */
export function ImportDialog({ preview, onClose }: { preview: ImportPreview; onClose(): void }) {
  const { importId, fileName, format, counts, consentMail, views = 0 } = preview;
  const loadViews = useApp((state) => state.loadViews);
  const [takeViews, setTakeViews] = useState(views > 0);
  const [kind, setKind] = useState<RowKind | null>(null);
  const [add, setAdd] = useState(counts.new > 0);
  const [change, setChange] = useState(counts.changed > 0);
  const [takeMail, setTakeMail] = useState(false);
  const { busy, run } = useAction();
  const notices = useNotices();
  const loadTenants = useApp((state) => state.loadTenants);
  const total = rowKind.options.reduce((sum, one) => sum + counts[one], 0);
  const notes = previewNotes(preview);
  useEffect(() => () => void call('tenants.dropImport', { importId }), [importId]);

  const apply = async () => {
    const result = await run(() => call('tenants.applyImport', { importId, add, change, consentMail: takeMail, views: takeViews }));
    if (!result.ok) return;
    await Promise.all([loadTenants(), loadViews()]);
    notices.done(
      i18n.t('{count, plural, one {# tenant} other {# tenants}} added, {changed, number} changed', {
        count: result.value.added,
        changed: result.value.changed,
      }),
    );
    onClose();
  };

  return (
    <Dialog open onOpenChange={(_event, data) => data.open || data.type === 'backdropClick' || onClose()}>
      <DialogSurface className="wide-dialog">
        <DialogBody>
          <DialogTitle>
            {format === 'pack' ? i18n.t('Import the team pack {fileName}', { fileName }) : i18n.t('Import {fileName}', { fileName })}
          </DialogTitle>
          <DialogContent>
            <p className="section-text">
              {i18n.t('Nothing is written yet. A blank cell changes nothing; rows that cannot be used are left out.')}
            </p>
            {notes.map(({ title, text }) => (
              <Banner key={title} intent="info" title={title}>
                {text}
              </Banner>
            ))}
            <div className="import-kinds" role="group" aria-label={i18n.t('Rows to show')}>
              <Chip pressed={kind === null} onToggle={() => setKind(null)}>
                {i18n.t('All rows')} <b>{counted(total)}</b>
              </Chip>
              {rowKind.options.map((one) => (
                <Chip key={one} pressed={kind === one} onToggle={() => setKind(kind === one ? null : one)}>
                  {kindWords(one).label} <b>{counted(counts[one])}</b>
                </Chip>
              ))}
            </div>
            <ImportTable key={kind} importId={importId} kind={kind} count={kind === null ? total : counts[kind]} onClose={onClose} />
            <div className="import-choice">
              <Checkbox
                label={i18n.t('Add the new tenants ({new, number})', { new: counts.new })}
                checked={add}
                disabled={counts.new === 0}
                onChange={(_event, data) => setAdd(data.checked === true)}
              />
              <Checkbox
                label={i18n.t('Change the tenants that differ ({changed, number})', { changed: counts.changed })}
                checked={change}
                disabled={counts.changed === 0}
                onChange={(_event, data) => setChange(data.checked === true)}
              />
              {consentMail === 'differs' && (
                <Checkbox
                  label={i18n.t('Replace the consent mail with the one of the pack')}
                  checked={takeMail}
                  onChange={(_event, data) => setTakeMail(data.checked === true)}
                />
              )}
              {views > 0 && (
                <Checkbox
                  label={i18n.t('Add the saved views of the pack ({views, number})', { views })}
                  checked={takeViews}
                  onChange={(_event, data) => setTakeViews(data.checked === true)}
                />
              )}
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{i18n.t('Cancel')}</Button>
            <Button appearance="primary" disabled={busy || !(add || change || takeMail || takeViews)} onClick={() => void apply()}>
              {applyWords(add ? counts.new : 0, change ? counts.changed : 0, takeMail, takeViews)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
