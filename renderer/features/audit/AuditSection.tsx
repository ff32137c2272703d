import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { AUDIT_PAGE, type AuditEntry, type AuditVerdict } from '../../../contract/audit';
import { call } from '../../bridge/client';
import { useQuery } from '../../bridge/use-query';
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
    notices.done(`Audit trail saved: ${result.value.path}`);
    setOlder([]);
    setVerdict(null);
    reload();
  };

  return (
    <section className="card" aria-label="Audit trail">
      <h2>Audit trail</h2>
      <p className="section-text">
        What was done on this computer that somebody may ask about later. Lines are added and never changed; none holds a secret.
      </p>
      {verdict && (
        <Banner {...bannerOf(verdict)}>
          {verdictWords(verdict).text}
          {verdict.head && <div className="code audit-hash">Last hash: {verdict.head}</div>}
        </Banner>
      )}
      {newest.state === 'ready' && entries.length === 0 ? <p className="quiet">Nothing yet.</p> : <AuditTable entries={entries} />}
      <div className="card-actions">
        <Button disabled={busy} onClick={() => void verify()}>
          Check the trail
        </Button>
        <Button disabled={busy} onClick={() => void save()}>
          Export audit trail…
        </Button>
        {last !== undefined && last.number > 1 && entries.length >= AUDIT_PAGE && (
          <Button disabled={busy} onClick={() => void more()}>
            Show older lines
          </Button>
        )}
      </div>
    </section>
  );
}

function bannerOf(verdict: AuditVerdict) {
  const { intent, title } = verdictWords(verdict);
  return { intent, title };
}
