import { Button } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useMemo } from 'react';
import { useApp } from '../../store/app-store';
import type { WriteKind } from '../../store/writes-slice';
import { useOutside } from './use-outside';
import { KIND_LABELS, outsideWords } from './write-words';
import './writing.css';

const KINDS: readonly { kind: WriteKind; key: string }[] = [
  { kind: 'assign', key: 'A' },
  { kind: 'status', key: 'S' },
  { kind: 'classify', key: 'C' },
  { kind: 'tags', key: 'T' },
  { kind: 'comment', key: 'N' },
];
/** Tenants named in full; of more, their number is said. */
const NAMED = 3;

/** Over the list while rows are ticked: how many, of which tenants, which of them are out of sight, and what can be done to them. */
export function BulkBar() {
  const picked = useApp((state) => state.picked);
  const tenants = useApp((state) => state.tenants);
  const order = useApp((state) => state.order);
  const clearPicked = useApp((state) => state.clearPicked);
  const untick = useApp((state) => state.untick);
  const incidents = useMemo(() => [...picked.values()], [picked]);
  const outside = useOutside(incidents);
  if (incidents.length === 0) return null;
  const ids = [...new Set(incidents.map(({ tenantId }) => tenantId))];
  const names = ids.map((id) => tenants.find(({ tenantId }) => tenantId === id)?.displayName ?? id);
  return (
    <div className="bulk-bar" role="toolbar" aria-label={i18n.t('Ticked incidents')}>
      <strong>{i18n.t('{count, plural, one {# incident ticked} other {# incidents ticked}}', { count: incidents.length })}</strong>
      <span className="quiet clip" title={names.join(', ')}>
        {ids.length <= NAMED ? i18n.t('of {names}', { names: names.join(', ') }) : i18n.t('of {count} tenants', { count: ids.length })}
      </span>
      {outside.length > 0 && (
        <span className="bulk-outside">
          {outsideWords(outside.length)}
          <Button size="small" appearance="transparent" onClick={() => untick(outside)}>
            {i18n.t('Untick those')}
          </Button>
        </span>
      )}
      {KINDS.map(({ kind, key }) => (
        <Button key={kind} size="small" title={`${i18n.t(KIND_LABELS[kind])} (${key})`} onClick={() => order(kind, incidents)}>
          {i18n.t(KIND_LABELS[kind])}
        </Button>
      ))}
      <Button size="small" appearance="transparent" onClick={clearPicked}>
        {i18n.t('Take the ticks off')}
      </Button>
    </div>
  );
}
