import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useEffect, useState } from 'react';
import type { HuntingRunId } from '../../../../contract/hunting';
import { call, onEvent } from '../../../bridge/client';

/** How far the writing of a run's rows to a file is, and a way to end it. */
export function ExportProgress({ runId }: { runId: HuntingRunId }) {
  const [written, setWritten] = useState<{ rows: number; of: number } | null>(null);
  useEffect(
    () =>
      onEvent('hunting.exporting', (told) => {
        if (told.runId === runId) setWritten(told);
      }),
    [runId],
  );
  return (
    <span role="status" className="quiet">
      {written === null
        ? i18n.t('Writing the file…')
        : i18n.t('{rows} of {of} rows written', { rows: i18n.number(written.rows), of: i18n.number(written.of) })}{' '}
      <Button size="small" onClick={() => void call('hunting.cancelExport', { runId })}>
        {i18n.t('Cancel the export')}
      </Button>
    </span>
  );
}
