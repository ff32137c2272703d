import { Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { TenantId } from '../../../contract/ids';
import type { ImportAnswer, ImportFormat } from '../../../contract/tenant-files';
import { call } from '../../bridge/client';
import { useCommands } from '../../keys/use-keys';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { AddSeveralDialog } from './AddSeveralDialog';
import { ImportDialog } from './ImportDialog';
import { ImportRefused } from './ImportRefused';

interface FileMenuProps {
  /** What an export writes: the tenants in view, or null for all. */
  tenantIds: TenantId[] | null;
  /** How many that are. */
  count: number;
}

/** Many customers at once: a pasted list, a file read, a file written. */
export function FileMenu({ tenantIds, count }: FileMenuProps) {
  const [pasting, setPasting] = useState(false);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const { busy, run } = useAction();
  const notices = useNotices();

  const choose = async () => {
    setAnswer(null);
    const result = await run(() => call('tenants.chooseImport'));
    if (result.ok) setAnswer(result.value);
  };
  const write = async (format: ImportFormat) => {
    const result = await run(() => call('tenants.export', { format, tenantIds }));
    if (!result.ok) return;
    const { value } = result;
    if (value.outcome === 'saved')
      notices.done(
        i18n.t('{count, plural, one {# tenant} other {# tenants}} written to {fileName}', {
          count: value.tenants,
          fileName: value.fileName,
        }),
      );
    else notices.failed(i18n.t('{fileName} could not be written', { fileName: value.fileName }), value.detail);
  };
  const which = tenantIds === null ? i18n.t('all') : i18n.t('{count, number} shown', { count });

  const reads = [
    { id: 'add several', label: i18n.t('Add several…'), run: () => setPasting(true) },
    { id: 'import tenants', label: i18n.t('Import a file…'), run: () => void choose() },
  ];
  const writes = [
    { id: 'tenants csv', label: i18n.t('Export {which} as CSV…', { which }), run: () => void write('csv') },
    { id: 'tenants json', label: i18n.t('Export {which} as JSON…', { which }), run: () => void write('json') },
    { id: 'tenants pack', label: i18n.t('Export {which} as a team pack…', { which }), run: () => void write('pack') },
  ];
  useCommands('Tenants', busy ? [] : [...reads, ...(count === 0 ? [] : writes)]);

  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton disabled={busy}>{i18n.t('Import and export')}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {reads.map(({ id, label, run: start }) => (
              <MenuItem key={id} onClick={start}>
                {label}
              </MenuItem>
            ))}
            <MenuDivider />
            {writes.map(({ id, label, run: start }) => (
              <MenuItem key={id} disabled={count === 0} onClick={start}>
                {label}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {pasting && <AddSeveralDialog onClose={() => setPasting(false)} />}
      {answer?.outcome === 'preview' && <ImportDialog key={answer.importId} preview={answer} onClose={() => setAnswer(null)} />}
      {answer?.outcome === 'refused' && <ImportRefused answer={answer} onAnother={() => void choose()} onClose={() => setAnswer(null)} />}
    </>
  );
}
