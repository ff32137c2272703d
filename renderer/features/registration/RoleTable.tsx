import { i18n } from '@lingui/core';
import type { AppPurpose } from '../../../contract/partner-app';
import { leastRoles, RESOURCE_APPS } from '../../../contract/permissions';
import { CopyButton } from '../../ui/CopyButton';

/** The application permissions a purpose needs: no more than one for each feature and API. */
export function RoleTable({ purpose: { features, surfaces } }: { purpose: AppPurpose }) {
  return (
    <table className="role-table" aria-label={i18n.t('Permissions to add')}>
      <thead>
        <tr>
          <th scope="col">{i18n.t('API')}</th>
          <th scope="col">{i18n.t('Application permission')}</th>
          <th scope="col">{i18n.t('ID')}</th>
        </tr>
      </thead>
      <tbody>
        {surfaces.flatMap((on) =>
          leastRoles(features, on).map(({ role, id, title }) => (
            <tr key={id}>
              <td>{RESOURCE_APPS[on].name}</td>
              <td>
                <strong>{role}</strong>
                <br />
                <span className="quiet">{title}</span>
              </td>
              <td className="code">
                <span className="copyable">
                  {id}
                  <CopyButton text={id} label={i18n.t('Copy ID of {role}', { role })} />
                </span>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
