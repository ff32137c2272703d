import { Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useState } from 'react';
import type { TenantId } from '../../../contract/ids';
import type { ImportAnswer, ImportFormat } from '../../../contract/tenant-files';
import { call } from '../../bridge/client';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { AddSeveralDialog } from './AddSeveralDialog';
import { ImportDialog } from './ImportDialog';
import { ImportRefused } from './ImportRefused';
import { counted } from '../common/incident-words';
import { tenantsCount } from './tenants-count';

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
    if (value.outcome === 'saved') notices.done(`${tenantsCount(value.tenants)} written to ${value.fileName}`);
    else notices.failed(`${value.fileName} could not be written`, value.detail);
  };
  const which = tenantIds === null ? 'all' : `${counted(count)} shown`;

  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton disabled={busy}>Import and export</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => setPasting(true)}>Add several…</MenuItem>
            <MenuItem onClick={() => void choose()}>Import a file…</MenuItem>
            <MenuDivider />
            <MenuItem disabled={count === 0} onClick={() => void write('csv')}>{`Export ${which} as CSV…`}</MenuItem>
            <MenuItem disabled={count === 0} onClick={() => void write('json')}>{`Export ${which} as JSON…`}</MenuItem>
            <MenuItem disabled={count === 0} onClick={() => void write('pack')}>{`Export ${which} as a team pack…`}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {pasting && <AddSeveralDialog onClose={() => setPasting(false)} />}
      {answer?.outcome === 'preview' && <ImportDialog key={answer.importId} preview={answer} onClose={() => setAnswer(null)} />}
      {answer?.outcome === 'refused' && <ImportRefused answer={answer} onAnother={() => void choose()} onClose={() => setAnswer(null)} />}
    </>
  );
}
