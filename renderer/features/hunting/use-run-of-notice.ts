import { i18n } from '@lingui/core';
import { useEffect } from 'react';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import type { Hunt } from './use-hunt';

/** Shows the run that a notification led to, once. */
export function useRunOfNotice(show: Hunt['show']): void {
  const asked = useApp(({ route }) => (route.page === 'hunting' ? route.run : undefined));
  const go = useApp((state) => state.go);
  const notices = useNotices();
  useEffect(() => {
    if (!asked) return;
    go({ page: 'hunting' });
    void call('hunting.run', { runId: asked.runId }).then((found) => {
      if (found.ok) show(found.value.query, asked.runId, asked.name);
      else
        notices.warned(
          i18n.t('The rows of this run of “{name}” are no longer here', { name: asked.name }),
          i18n.t('Of a scheduled query the last two runs are kept, until Tenantry ends.'),
        );
    });
  }, [asked, go, notices, show]);
}
