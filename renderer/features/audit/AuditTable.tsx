import { i18n } from '@lingui/core';
import type { AuditEntry } from '../../../contract/audit';
import { LocalTime } from '../../ui/RelativeTime';
import { actionWords, detailWords } from './audit-words';

/** Lines of the trail, the newest first. Each names its tenant. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <table className="audit-table" aria-label={i18n.t('Audit trail')}>
      <thead>
        <tr>
          <th scope="col">{i18n.t('No.')}</th>
          <th scope="col">{i18n.t('When, and who')}</th>
          <th scope="col">{i18n.t('What')}</th>
          <th scope="col">{i18n.t('Tenant')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ number, at, user, action, tenantId, tenantName, detail }) => (
          <tr key={number}>
            <td>{number}</td>
            <td>
              <LocalTime at={at} />
              <div className="quiet">{user}</div>
            </td>
            <td>
              {actionWords(action)}
              <div className="quiet">{detailWords(detail)}</div>
            </td>
            <td>
              {tenantName ?? (tenantId === null ? <span className="quiet">–</span> : null)}
              {tenantId !== null && <div className="quiet code">{tenantId}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
