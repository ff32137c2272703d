import { i18n } from '@lingui/core';
import { Button, ProgressBar } from '@fluentui/react-components';
import { DismissCircle16Regular } from '@fluentui/react-icons';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';

/** While files are written: how far that is, from any page, and what calls it off. */
export function ExportIndicator() {
  const progress = useApp((state) => state.exporting);
  if (!progress) return null;
  const { what, done, total } = progress;
  return (
    <span className="sync-indicator">
      <span>
        {what === 'incidents'
          ? i18n.t('Exporting {done, number} of {total, number} incidents', { done, total })
          : i18n.t('Writing report {done, number} of {total, number}', { done: Math.min(total, done + 1), total })}
        <ProgressBar aria-label={i18n.t('Export')} {...(total > 0 ? { value: done, max: total } : {})} />
      </span>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissCircle16Regular />}
        aria-label={i18n.t('Cancel the export')}
        title={i18n.t('Cancel the export')}
        onClick={() => void call('export.cancel')}
      />
    </span>
  );
}
