import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useState } from 'react';
import type { WriteItem } from '../../../contract/writes';
import { useApp } from '../../store/app-store';
import { Monogram } from '../../ui/Monogram';
import { utcTime } from '../../ui/relative-time';
import { StateBadge } from '../../ui/StateBadge';
import { ConflictView } from './ConflictView';
import { ConsentLinkButton } from './MissingPermission';
import { failureWords, stateTone, stateWords } from './write-words';

/** One incident's change: whose, which, how far, and what helps. */
export function WriteLine({ item, batchId }: { item: WriteItem; batchId: string }) {
  const { tenantId, tenantName, incidentId, name, state, target, appId } = item;
  const go = useApp((app) => app.go);
  const [open, setOpen] = useState(false);
  const failure = failureWords(item);
  const show = (id: string) => go({ page: 'incidents', tenantId: null, incident: { tenantId, incidentId: id } });
  return (
    <li className="write-line">
      <div className="write-line-row">
        <Monogram name={tenantName} seed={tenantId} />
        <span className="write-line-tenant clip" title={tenantName}>
          {tenantName}
        </span>
        <button type="button" className="write-line-name clip" title={name} onClick={() => show(incidentId)}>
          {name || i18n.t('Without a name')} <span className="quiet">#{incidentId}</span>
        </button>
        <StateBadge tone={stateTone(item)} label={stateWords(item)} title={stateWords(item, utcTime)} />
        {state === 'conflict' && (
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {i18n.t('Compare')}
          </Button>
        )}
        {state === 'redirected' && target !== undefined && (
          <Button size="small" onClick={() => show(target)}>
            {i18n.t('Open that one')}
          </Button>
        )}
        {state === 'noPermission' && appId !== undefined && <ConsentLinkButton tenantId={tenantId} tenantName={tenantName} appId={appId} />}
      </div>
      {failure !== null && <p className="write-line-why">{failure}</p>}
      {state === 'conflict' && open && <ConflictView item={item} batchId={batchId} />}
    </li>
  );
}
