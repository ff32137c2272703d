import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useState } from 'react';
import { queryContent, type HuntingTab } from '../../../../contract/hunting-library';
import { call } from '../../../bridge/client';
import { FormDialog } from '../../../ui/FormDialog';
import { useAction } from '../../common/use-action';
import { useHunting } from '../hunting-store';
import { EditParameters } from './EditParameters';

/** Keeps the query in front in the library: under its name, in a folder, with tags and parameters. */
export function SaveQueryDialog({ tab, onClose }: { tab: HuntingTab; onClose(): void }) {
  const { library, setLibrary, change } = useHunting();
  const kept = library.find(({ queryId }) => queryId === tab.queryId);
  const [form, setForm] = useState({
    name: kept?.name ?? tab.name,
    folder: kept?.folder ?? '',
    tags: kept?.tags.join(', ') ?? '',
    about: kept?.about ?? '',
    parameters: tab.parameters,
  });
  const { busy, run } = useAction();
  const set = (patch: Partial<typeof form>) => setForm((now) => ({ ...now, ...patch }));
  const tags = form.tags.split(',').flatMap((tag) => tag.trim() || []);
  const content = queryContent.safeParse({ ...form, tags, text: tab.text });
  const wrong = new Set(content.error?.issues.map(({ path: [field] }) => field));

  const save = async (asNew: boolean) => {
    if (!content.success) return;
    const queryId = (!asNew && kept?.queryId) || crypto.randomUUID();
    const result = await run(() => call('huntingLibrary.save', { ...content.data, queryId }));
    if (!result.ok) return;
    setLibrary(result.value);
    change({ queryId, name: content.data.name, parameters: content.data.parameters });
    onClose();
  };
  return (
    <FormDialog
      title={i18n.t('Save in the library')}
      confirm={i18n.t('Save')}
      disabled={busy || !content.success}
      other={
        kept && (
          <Button disabled={busy || !content.success} onClick={() => void save(true)}>
            {i18n.t('Save as a new one')}
          </Button>
        )
      }
      onSubmit={() => void save(false)}
      onClose={onClose}
    >
      <Field label={i18n.t('Name')} required>
        <Input value={form.name} maxLength={120} onChange={(_event, { value }) => set({ name: value })} />
      </Field>
      <Field
        label={i18n.t('Folder')}
        hint={i18n.t('With “/” between folders; empty for none.')}
        validationMessage={wrong.has('folder') ? i18n.t('A folder has no “/” at its ends.') : undefined}
      >
        <Input value={form.folder} maxLength={200} list="library-folders" onChange={(_event, { value }) => set({ folder: value })} />
        <datalist id="library-folders">
          {[...new Set(library.map(({ folder }) => folder))].filter(Boolean).map((folder) => (
            <option key={folder} value={folder} />
          ))}
        </datalist>
      </Field>
      <Field label={i18n.t('Tags')} hint={i18n.t('With commas between them.')}>
        <Input value={form.tags} onChange={(_event, { value }) => set({ tags: value })} />
      </Field>
      <Field label={i18n.t('What it is about')}>
        <Textarea value={form.about} maxLength={2_000} rows={2} onChange={(_event, { value }) => set({ about: value })} />
      </Field>
      <EditParameters parameters={form.parameters} onChange={(parameters) => set({ parameters })} />
    </FormDialog>
  );
}
