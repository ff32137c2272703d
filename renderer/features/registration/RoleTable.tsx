import type { AppPurpose } from '../../../contract/partner-app';
import { leastRoles, RESOURCE_APPS } from '../../../contract/permissions';
import { CopyButton } from '../../ui/CopyButton';

/** The application permissions a purpose needs: no more than one for each feature and API. */
export function RoleTable({ purpose: { features, surfaces } }: { purpose: AppPurpose }) {
  return (
    <table className="role-table" aria-label="Permissions to add">
      <thead>
        <tr>
          <th scope="col">API</th>
          <th scope="col">Application permission</th>
          <th scope="col">ID</th>
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
                  <CopyButton text={id} label={`Copy ID of ${role}`} />
                </span>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
