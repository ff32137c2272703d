import { Button } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { i18n } from '@lingui/core';
import type { Problem } from '../../../contract/problem';
import { call } from '../../bridge/client';
import { CodeBox } from '../../ui/CodeBox';
import { CopyButton } from '../../ui/CopyButton';
import { Disclosure } from '../../ui/Disclosure';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { RelativeTime } from '../../ui/RelativeTime';

/** What the service said, word for word, with the ids its support asks for. */
export function ServiceWords({ problem }: { problem: Problem }) {
  const { detail, aadsts, httpStatus, traceId, correlationId, at } = problem;
  const facts: KeyValue[] = [];
  if (aadsts !== undefined) facts.push({ name: i18n.t('Error code'), value: errorCode(aadsts), code: true });
  if (httpStatus !== undefined) facts.push({ name: i18n.t('HTTP status'), value: httpStatus, code: true });
  if (traceId) facts.push({ name: i18n.t('Trace ID'), value: copyable(traceId, i18n.t('Copy trace ID')), code: true });
  if (correlationId)
    facts.push({ name: i18n.t('Correlation ID'), value: copyable(correlationId, i18n.t('Copy correlation ID')), code: true });
  facts.push({ name: i18n.t('Seen'), value: <RelativeTime at={at} full /> });
  return (
    <Disclosure summary={i18n.t('What the service said')}>
      {detail ? <CodeBox text={detail} label={i18n.t('What the service said')} /> : <p className="quiet">{i18n.t('It gave no text.')}</p>}
      <div className="service-facts">
        <KeyValueList items={facts} />
      </div>
    </Disclosure>
  );
}

/** The number, and the way to the service's own page about it. */
function errorCode(aadsts: number): ReactNode {
  return (
    <span className="copyable">
      {i18n.t('AADSTS{aadsts}', { aadsts })}
      <Button
        size="small"
        appearance="transparent"
        icon={<Open16Regular />}
        aria-label={i18n.t('Look AADSTS{aadsts} up at Microsoft', { aadsts })}
        title={i18n.t('Look it up at Microsoft')}
        onClick={() => void call('app.openErrorPage', { aadsts })}
      />
    </span>
  );
}

function copyable(text: string, label: string): ReactNode {
  return (
    <span className="copyable">
      {text}
      <CopyButton text={text} label={label} />
    </span>
  );
}
