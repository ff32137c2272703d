import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallError } from '../../../contract/result';
import type { HeldToken } from '../../../contract/token-inspection';
import { call } from '../../bridge/client';
import { useQuery } from '../../bridge/use-query';
import { ProblemCard } from '../common/ProblemCard';
import { useAction } from '../common/use-action';
import { Inspection } from './Inspection';
import { Signature } from './Signature';
import { UnreadableToken } from './UnreadableToken';

/** The token held of one tenant, and a way to get one. The token itself never comes here, only what stands in it. */
export function HeldTokenView({ token }: { token: HeldToken }) {
  const [held, reload] = useQuery('tokens.inspect', token);
  const [failure, setFailure] = useState<CallError | null>(null);
  const { busy, run } = useAction();
  const answer = held.state === 'ready' ? held.value : null;

  const acquire = async () => {
    const result = await run(() => call('tokens.acquire', { ...token, fresh: answer !== null }), ['problem']);
    setFailure(result.ok ? null : result.error);
    reload();
  };

  return (
    <>
      <div className="card-actions">
        <Button appearance={answer ? 'secondary' : 'primary'} disabled={busy} onClick={() => void acquire()}>
          {answer ? 'Get a new token' : 'Get token'}
        </Button>
        {busy && <Spinner size="extra-tiny" label="Asking Entra ID…" />}
        {held.state === 'ready' && !answer && !busy && <span className="quiet">No token is held for this tenant and API.</span>}
      </div>
      {failure?.problem && <ProblemCard problem={failure.problem} />}
      {answer?.readable === true && (
        <Inspection
          inspection={answer.inspection}
          wanted={token.resource}
          signature={<HeldSignature token={token} issuedAt={answer.inspection.issuedAt ?? 0} />}
        />
      )}
      {answer?.readable === false && <UnreadableToken fault={answer.fault} own />}
    </>
  );
}

function HeldSignature({ token, issuedAt }: { token: HeldToken; issuedAt: number }) {
  const [check, again] = useQuery('tokens.checkSignature', token, issuedAt);
  if (check.state === 'failed') return null;
  if (check.state === 'loading') return <Spinner size="extra-tiny" label="Checking the signature…" labelPosition="after" />;
  const retry = check.value.why === 'unreachable' && (
    <Button size="small" onClick={again}>
      Try again
    </Button>
  );
  return <Signature check={check.value} actions={retry || undefined} />;
}
