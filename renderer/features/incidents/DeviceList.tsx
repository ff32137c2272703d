import { Laptop20Regular, Laptop24Regular } from '@fluentui/react-icons';
import type { Device } from '../../../contract/incident';
import { Disclosure } from '../../ui/Disclosure';
import { EmptyState } from '../../ui/EmptyState';
import { FieldList } from './FieldList';
import { MoreOnDemand } from './MoreOnDemand';

/** The devices over all alerts, each once. */
export function DeviceList({ devices }: { devices: readonly Device[] }) {
  if (devices.length === 0) return <EmptyState icon={<Laptop24Regular />} title="No devices in this incident" />;
  return (
    <MoreOnDemand items={devices} noun="devices">
      {({ title, id, fields }, index) => (
        <article key={`${index} ${id}`} className="item-card">
          <div className="item-card-title">
            <Laptop20Regular aria-hidden="true" />
            <h3>{title || 'Device without a name'}</h3>
          </div>
          {id !== null && <p className="quiet code">{id}</p>}
          {fields.length > 0 && (
            <Disclosure summary={`${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`}>
              <FieldList fields={fields} />
            </Disclosure>
          )}
        </article>
      )}
    </MoreOnDemand>
  );
}
