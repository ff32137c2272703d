import { Button, Spinner } from '@fluentui/react-components';
import type { ConsentProbe } from '../../../contract/consent';
import type { TenantId } from '../../../contract/ids';
import { call } from '../../bridge/client';
import { clockTime } from '../../ui/relative-time';
import { useAction } from '../common/use-action';
import { probeWords } from './consent-words';

/** Whether a token is being asked for after a consent, and a way to begin and to end it. */
export function ProbeStatus({ tenantId, probe }: { tenantId: TenantId; probe: ConsentProbe | null }) {
  const { busy, run } = useAction();
  const active = probe?.state === 'asking' || probe?.state === 'waiting';
  const words = probe && probeWords(probe);
  return (
    <div className="consent-probe">
      {words && (
        <div className={`consent-probe-words consent-event-${words.tone}`} role="status">
          <div className="consent-probe-title">
            {active && <Spinner size="extra-tiny" />}
            <strong>{words.title}</strong>
          </div>
          {words.text && <div>{words.text}</div>}
          {probe.nextAt !== undefined && <div>Asks again at {clockTime(probe.nextAt)}.</div>}
        </div>
      )}
      <div className="section-actions">
        <Button disabled={busy || probe?.state === 'asking'} onClick={() => void run(() => call('consent.probe', { tenantId }))}>
          Check now
        </Button>
        {active && (
          <Button appearance="subtle" disabled={busy} onClick={() => void run(() => call('consent.cancelProbe', { tenantId }))}>
            Stop asking
          </Button>
        )}
      </div>
    </div>
  );
}
