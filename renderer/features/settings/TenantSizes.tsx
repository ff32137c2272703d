import { i18n } from '@lingui/core';
import type { StoredSize } from '../../../contract/store-care';
import { useApp } from '../../store/app-store';
import { counted } from '../common/incident-words';
import { keepWords } from '../common/keep-words';
import { sizeWords } from '../common/size-words';

const SHOWN = 100;

/** What each tenant takes, largest first. */
export function TenantSizes({ sizes }: { sizes: readonly StoredSize[] }) {
  const tenants = useApp((state) => state.tenants);
  const names = new Map(tenants.map(({ tenantId, displayName }) => [tenantId, displayName]));
  return (
    <>
      <table className="size-table">
        <thead>
          <tr>
            <th scope="col">{i18n.t('Tenant')}</th>
            <th scope="col">{i18n.t('Incidents')}</th>
            <th scope="col">{i18n.t('Answers, compressed')}</th>
            <th scope="col">{i18n.t('Kept')}</th>
          </tr>
        </thead>
        <tbody>
          {sizes.slice(0, SHOWN).map(({ tenantId, incidents, bytes, keepDays }) => (
            <tr key={tenantId}>
              <td>{names.get(tenantId) ?? tenantId}</td>
              <td>{counted(incidents)}</td>
              <td>{sizeWords(bytes)}</td>
              <td>{keepDays === null ? i18n.t('As the default') : keepWords(keepDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sizes.length > SHOWN && <p className="quiet">{i18n.t('The largest {SHOWN} are listed.', { SHOWN })}</p>}
    </>
  );
}
