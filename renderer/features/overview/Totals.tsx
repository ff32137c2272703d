import { i18n } from '@lingui/core';
import { lastUnsureDay, type Overview } from '../../../contract/overview';
import { durationWords, utcDay } from '../../ui/day-words';
import { counted } from '../common/incident-words';
import { sumOf } from './severities';
import { toNew, toOpen, toResolved, toUnassigned } from './to-queue';

/** The numbers over all, each a way to what it counts. */
export function Totals({ overview }: { overview: Overview }) {
  const { total, days } = overview;
  const unsure = lastUnsureDay(overview);
  const from = days[0]?.at;
  return (
    <>
      <ul className="totals" aria-label={i18n.t('Totals')}>
        <Total label={i18n.t('Open now')} value={counted(sumOf(total.open))} onOpen={() => toOpen(null)} />
        <Total label={i18n.t('High, open now')} value={counted(total.open.high ?? 0)} onOpen={() => toOpen(null, 'high')} />
        <Total label={i18n.t('Unassigned now')} value={counted(total.unassigned)} onOpen={toUnassigned} />
        <Total
          label={i18n.t('New in {days} days', { days: days.length })}
          value={counted(total.opened)}
          onOpen={from === undefined ? undefined : () => toNew(from)}
        />
        <Total
          label={i18n.t('Resolved in {days} days', { days: days.length })}
          value={counted(total.resolved)}
          onOpen={from === undefined ? undefined : () => toResolved(null, from)}
        />
        <Total
          label={i18n.t('Mean time to resolve')}
          value={total.meanResolveMs === null ? '–' : durationWords(total.meanResolveMs)}
          note={i18n.t('from {count, number} resolved', { count: total.timed })}
        />
      </ul>
      {unsure !== null && (
        <p className="quiet">
          {i18n.t(
            'Up to and including {day} not all incidents are known, only those that changed later: numbers of the period may be too low.',
            {
              day: utcDay(unsure, true),
            },
          )}
        </p>
      )}
    </>
  );
}

interface TotalProps {
  label: string;
  value: string;
  note?: string;
  onOpen?: (() => void) | undefined;
}

function Total({ label, value, note, onOpen }: TotalProps) {
  const content = (
    <>
      <span className="total-label">{label}</span>
      <strong>{value}</strong>
      {note && <span className="quiet">{note}</span>}
    </>
  );
  return (
    <li>
      {onOpen ? (
        <button type="button" onClick={onOpen}>
          {content}
        </button>
      ) : (
        <div>{content}</div>
      )}
    </li>
  );
}
