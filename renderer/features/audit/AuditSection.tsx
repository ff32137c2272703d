import { useState } from 'react';
import { i18n } from '@lingui/core';
import { AUDIT_PAGE, type AuditEntry, type AuditVerdict } from '../../../contract/audit';
import { call } from '../../bridge/client';
import { useQuery } from '../../bridge/use-query';
import { ActionButton } from '../../keys/ActionButton';
import { Banner } from '../../ui/Banner';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { AuditTable } from './AuditTable';
import { verdictWords } from './audit-words';
import './audit.css';

const NEWEST = { before: null };

/** Who did what, about which tenant: shown, checked and exported. Nothing in it can be changed. */
export function AuditSection() {
  const [newest, reload] = useQuery('audit.list', NEWEST);
  const [older, setOlder] = useState<readonly AuditEntry[]>([]);
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const { busy, run } = useAction();
  const notices = useNotices();
  const first = newest.state === 'ready' ? newest.value : [];
  const entries = [...first, ...older];
  const last = entries.at(-1);

  const more = async () => {
    const result = await run(() => call('audit.list', { before: last?.number ?? null }));
    if (result.ok) setOlder([...older, ...result.value]);
  };
  const verify = async () => {
    const result = await run(() => call('audit.verify'));
    if (result.ok) setVerdict(result.value);
  };
  const save = async () => {
    const result = await run(() => call('audit.export'));
    if (!result.ok) return;
    notices.done(i18n.t('Audit trail saved: {path}', { path: result.value.path }));
    setOlder([]);
    setVerdict(null);
    reload();
  };

  return (
    <section className="card" aria-label={i18n.t('Audit trail')}>
      <h2>{i18n.t('Audit trail')}</h2>
      <p className="section-text">
        {i18n.t(
          'What was done on this computer that somebody may ask about later. Lines are added and never changed; none holds a secret.',
        )}
      </p>
      {verdict && (
        <Banner {...bannerOf(verdict)}>
          {verdictWords(verdict).text}
          {verdict.head && <div className="code audit-hash">{i18n.t('Last hash: {head}', { head: verdict.head })}</div>}
        </Banner>
      )}
      {newest.state === 'ready' && entries.length === 0 ? (
        <p className="quiet">{i18n.t('Nothing yet.')}</p>
      ) : (
        <AuditTable entries={entries} />
      )}
      <div className="card-actions">
        <ActionButton group="Settings" disabled={busy} onClick={() => void verify()}>
          {i18n.t('Check the trail')}
        </ActionButton>
        <ActionButton group="Settings" disabled={busy} onClick={() => void save()}>
          {i18n.t('Export audit trail…')}
        </ActionButton>
        {last !== undefined && last.number > 1 && entries.length >= AUDIT_PAGE && (
          <ActionButton group="Settings" disabled={busy} onClick={() => void more()}>
            {i18n.t('Show older lines')}
          </ActionButton>
        )}
      </div>
    </section>
  );
}

function bannerOf(verdict: AuditVerdict) {
  const { intent, title } = verdictWords(verdict);
  return { intent, title };
}
