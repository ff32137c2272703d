import { useEffect, useState } from 'react';
import type { HuntingRun, HuntingRunId } from '../../../../contract/hunting';
import { onEvent } from '../../../bridge/client';
import { useQuery } from '../../../bridge/use-query';

/** A run as it goes on; null while nothing is known of it. `gone`: it was closed, or is of an earlier session. */
export function useRun(runId: HuntingRunId | null): { run: HuntingRun | null; gone: boolean } {
  const [revision, setRevision] = useState(0);
  useEffect(
    () =>
      onEvent('hunting.changed', (changed) => {
        if (changed.runId === runId) setRevision((now) => now + 1);
      }),
    [runId],
  );
  const [query] = useQuery('hunting.run', runId === null ? null : { runId }, revision);
  return { run: query.state === 'ready' && runId !== null ? query.value : null, gone: query.state === 'failed' && runId !== null };
}
