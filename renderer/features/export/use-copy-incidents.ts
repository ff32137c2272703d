import { i18n } from '@lingui/core';
import type { IncidentKey } from '../../../contract/ids';
import { type CopyFormat, MAX_COPIED } from '../../../contract/incident-copy';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { incidentList } from '../../store/incident-list';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';

/** Those that are ticked; else the one that is open; else the one the keyboard is on. */
function chosen(): IncidentKey[] {
  const { picked, route } = useApp.getState();
  if (picked.size > 0) return [...picked.values()];
  const one = (route.page === 'incidents' ? route.incident : null) ?? incidentList.activeRow();
  return one ? [{ tenantId: one.tenantId, incidentId: one.incidentId }] : [];
}

/** Puts the chosen incidents on the clipboard, and says how many. */
export function useCopyIncidents(): (format: CopyFormat) => Promise<void> {
  const notices = useNotices();
  const { run } = useAction();
  return async (format) => {
    const incidents = chosen();
    if (incidents.length === 0 || incidents.length > MAX_COPIED) {
      notices.warned(
        incidents.length === 0
          ? i18n.t('Tick the incidents to copy, or move to one.')
          : i18n.t('At most {most} incidents can be copied at once.', { most: MAX_COPIED }),
      );
      return;
    }
    const result = await run(() => call('export.copy', { incidents, format }));
    if (result.ok) notices.done(i18n.t('{count, plural, one {# incident} other {# incidents}} copied', { count: result.value.copied }));
  };
}
