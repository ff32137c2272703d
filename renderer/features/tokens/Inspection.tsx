import type { ReactNode } from 'react';
import { i18n } from '@lingui/core';
import type { Surface } from '../../../contract/permissions';
import type { TokenInspection } from '../../../contract/token-inspection';
import { Banner } from '../../ui/Banner';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { withElements } from '../../ui/with-elements';
import { audienceWords } from './audience-words';
import { claimWords, headerWords } from './claim-words';
import { EntryTable } from './EntryTable';
import { GrantTable } from './GrantTable';
import { findingWords } from './inspection-words';
import { Moment } from './Moment';

interface InspectionProps {
  inspection: TokenInspection;
  /** The API it was asked for; null where that is not known. */
  wanted: Surface | null;
  /** What is said, or can be asked, about the signature. */
  signature: ReactNode;
}

/** A token in words: what it is for, whose it is, what it allows, and everything in it. */
export function Inspection({ inspection, wanted, signature }: InspectionProps) {
  const audience = audienceWords(inspection, wanted);
  const { features, otherPermissions, findings, header, claims } = inspection;
  return (
    <>
      <section className="card" aria-label={i18n.t('What it is')}>
        <h2>{i18n.t('What it is')}</h2>
        <Banner intent={audience.intent} title={audience.title}>
          {audience.text}
        </Banner>
        {findings.map((finding) => {
          const { intent, title, text } = findingWords(finding);
          return (
            <Banner key={finding} intent={intent} title={title}>
              {text}
            </Banner>
          );
        })}
        {signature}
        <KeyValueList items={factsOf(inspection)} />
      </section>
      <section className="card" aria-label={i18n.t('Permissions')}>
        <h2>{i18n.t('What it allows')}</h2>
        {features.length > 0 ? (
          <GrantTable features={features} />
        ) : (
          <p className="section-text">{i18n.t('Nothing Tenantry does: it is for another API.')}</p>
        )}
        {otherPermissions.length > 0 && (
          <p className="section-text">
            {withElements(i18n.t('It also carries [[permissions]].'), {
              permissions: <span className="code">{otherPermissions.join(', ')}</span>,
            })}
          </p>
        )}
      </section>
      <section className="card" aria-label={i18n.t('Claims')}>
        <h2>{i18n.t('Claims')}</h2>
        <EntryTable label={i18n.t('Claims')} entries={claims} wordsOf={claimWords} />
      </section>
      <section className="card" aria-label={i18n.t('Header')}>
        <h2>{i18n.t('Header')}</h2>
        <EntryTable label={i18n.t('Header')} entries={header} wordsOf={headerWords} />
      </section>
    </>
  );
}

const CALLERS: Readonly<Record<TokenInspection['caller'], string>> = {
  app: /*i18n*/ 'An app without a user',
  user: /*i18n*/ 'An app in the name of a signed-in person',
  unknown: /*i18n*/ 'Not told',
};

function factsOf({ tenantId, tenantName, clientId, appName, caller, issuedAt, notBefore, expiresAt }: TokenInspection): KeyValue[] {
  return [
    { name: i18n.t('Tenant'), value: named(tenantId, tenantName, i18n.t('not in your list')) },
    { name: i18n.t('App'), value: named(clientId, appName, i18n.t('none of your partner apps')) },
    { name: i18n.t('Who asks'), value: i18n.t(CALLERS[caller]) },
    { name: i18n.t('Issued'), value: <Moment at={issuedAt} /> },
    { name: i18n.t('Valid from'), value: <Moment at={notBefore} /> },
    { name: i18n.t('Valid until'), value: <Moment at={expiresAt} /> },
  ];
}

function named(id: string | undefined, name: string | undefined, nameless: string): ReactNode {
  if (id === undefined) return <span className="quiet">{i18n.t('Not told')}</span>;
  return (
    <>
      {name ? <strong>{name}</strong> : <span className="quiet">{nameless}</span>} <span className="code">{id}</span>
    </>
  );
}
