import { i18n } from '@lingui/core';
import type { WriteSubject } from '../../../contract/incident-change';
import type { WriteAccess } from '../../../contract/writes';
import { Monogram } from '../../ui/Monogram';
import { MissingPermission } from './MissingPermission';
import { useOutside } from './use-outside';
import { outsideWords } from './write-words';

/** What an order is about: how many incidents of which tenants, how many that are not on screen, and which tenants do not allow it. */
export function OrderScope({ subjects, access }: { subjects: readonly WriteSubject[]; access: readonly WriteAccess[] }) {
  const [only] = subjects;
  const outside = useOutside(subjects);
  const merged = subjects.filter(({ redirectIncidentId }) => redirectIncidentId !== null).length;
  return (
    <>
      <ul className="order-tenants" aria-label={i18n.t('Tenants')}>
        {access.map((tenant) => {
          const count = subjects.filter(({ tenantId }) => tenantId === tenant.tenantId).length;
          return (
            <li key={tenant.tenantId}>
              <Monogram name={tenant.tenantName} seed={tenant.tenantId} />
              <strong className="clip">{tenant.tenantName}</strong>
              <span className="quiet">{i18n.t('{count, plural, one {# incident} other {# incidents}}', { count })}</span>
            </li>
          );
        })}
      </ul>
      {subjects.length === 1 && only && (
        <p className="order-one">
          {only.name} <span className="quiet">#{only.incidentId}</span>
        </p>
      )}
      {subjects.length > 1 && outside.length > 0 && <p className="order-outside">{outsideWords(outside.length)}</p>}
      {access
        .filter(({ may }) => may === 'no')
        .map((tenant) => (
          <MissingPermission key={tenant.tenantId} {...tenant} />
        ))}
      {merged > 0 && (
        <p className="quiet">
          {i18n.t(
            '{merged, plural, one {# of them was merged into another incident and is left alone.} other {# of them were merged into other incidents and are left alone.}}',
            {
              merged,
            },
          )}
        </p>
      )}
    </>
  );
}
