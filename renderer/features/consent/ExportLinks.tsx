import { Button } from '@fluentui/react-components';
import { ArrowExport20Regular } from '@fluentui/react-icons';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';

/** Saves the consent links of the tenants shown as a list for a spreadsheet or a mail merge. */
export function ExportLinks({ tenants }: { tenants: readonly Tenant[] }) {
  const { busy, run } = useAction();
  const notices = useNotices();
  const connected = useApp(({ status }) => Boolean(status?.partnerApp));

  const save = async () => {
    const result = await run(() => call('consent.exportLinks', { tenantIds: tenants.map(({ tenantId }) => tenantId) }));
    if (result.ok) notices.done(result.value.count === 1 ? '1 consent link saved' : `${result.value.count} consent links saved`);
  };

  return (
    <Button
      icon={<ArrowExport20Regular />}
      disabled={busy || !connected || tenants.length === 0}
      title="Save name, tenant ID, domain and consent link of the tenants shown as CSV"
      onClick={() => void save()}
    >
      Links as CSV…
    </Button>
  );
}
