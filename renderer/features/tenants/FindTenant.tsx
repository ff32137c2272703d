import { Button, Field, Input, Spinner } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { i18n } from '@lingui/core';
import type { PartnerAppId } from '../../../contract/partner-app';
import type { CallError } from '../../../contract/result';
import type { ResolvedTenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { Banner } from '../../ui/Banner';
import { errorWords } from '../common/error-words';
import { ProblemCard } from '../common/ProblemCard';
import { useAction } from '../common/use-action';
import { tenantQueryOf, tenantQueryProblem } from './tenant-query';

interface FindTenantProps {
  /** The app in whose cloud is looked. */
  appId: PartnerAppId | undefined;
  onFound(tenant: ResolvedTenant | null): void;
}

/** One field for whatever is at hand, and what Entra says it is. Typing again takes the finding back. */
export function FindTenant({ appId, onFound }: FindTenantProps) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const { busy, run } = useAction();

  // What the field says now: an answer to anything else is too late.
  const latest = useRef('');

  const change = (value: string) => {
    latest.current = value;
    setTyped(value);
    setWrong(null);
    setError(null);
    onFound(null);
  };
  const find = async (event: FormEvent) => {
    event.preventDefault();
    setWrong(tenantQueryProblem(typed));
    const query = tenantQueryOf(typed);
    if (!query) return;
    const result = await run(
      () => call('tenants.resolve', { query, ...(appId ? { appId } : {}) }),
      ['problem', 'noPartnerApp', 'badInput'],
    );
    if (latest.current !== typed) return;
    if (result.ok) onFound(result.value);
    else setError(result.error);
  };

  return (
    <>
      <form className="find-row" onSubmit={(event) => void find(event)} noValidate>
        <Field
          label={i18n.t('Tenant ID or domain')}
          hint={i18n.t('Such as contoso.com. A web or e-mail address of the customer works too.')}
          validationState={wrong ? 'error' : 'none'}
          validationMessage={wrong}
        >
          <Input value={typed} autoFocus autoComplete="off" spellCheck={false} onChange={(_event, data) => change(data.value)} />
        </Field>
        <Button type="submit" disabled={busy} icon={busy ? <Spinner size="extra-tiny" /> : undefined}>
          {i18n.t('Find')}
        </Button>
      </form>
      {error && <FindFailure error={error} />}
    </>
  );
}

function FindFailure({ error }: { error: CallError }) {
  if (error.problem) return <ProblemCard problem={error.problem} />;
  const { title, text } = errorWords(error);
  return (
    <Banner intent="error" title={title}>
      {text}
    </Banner>
  );
}
