import { Laptop20Regular, Laptop24Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import type { IncidentKey } from '../../../contract/ids';
import type { Device } from '../../../contract/incident';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { FieldList } from './FieldList';
import { MoreOnDemand } from './MoreOnDemand';
import { SeenIn } from './SeenIn';

/** The devices over all alerts, each once. */
export function DeviceList({ devices, incident }: { devices: readonly Device[]; incident: IncidentKey }) {
  if (devices.length === 0) return <EmptyState icon={<Laptop24Regular />} title={i18n.t('No devices in this incident')} />;
  return (
    <MoreOnDemand items={devices} noun={i18n.t('devices')}>
      {({ title, id, fields, observables }, index) => (
        <article key={`${index} ${id}`} className="item-card">
          <div className="item-card-title">
            <Laptop20Regular aria-hidden="true" />
            <h3>{title || i18n.t('Device without a name')}</h3>
          </div>
          {id !== null && <p className="quiet code">{id}</p>}
          {fields.length > 0 && (
            <Disclosure summary={i18n.t('{count, plural, one {# field} other {# fields}}', { count: fields.length })}>
              <FieldList fields={fields} />
            </Disclosure>
          )}
          <SeenIn title={title || i18n.t('Device without a name')} observables={observables} incident={incident} />
        </article>
      )}
    </MoreOnDemand>
  );
}
