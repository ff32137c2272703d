import type { StoreStatus } from '../../../contract/app-status';
import type { StoreFacts } from '../../../contract/store-care';
import { useQuery } from '../../bridge/use-query';
import { useApp } from '../../store/app-store';
import { Disclosure } from '../../ui/Disclosure';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { KeepField } from '../common/KeepField';
import { counted } from '../common/incident-words';
import { searchCoverageWords } from '../common/search-words';
import { sizeWords } from '../common/size-words';
import { RemovalList } from './RemovalList';
import { storeStateWords } from './store-state-words';
import { TenantSizes } from './TenantSizes';
import './store-section.css';

/** The encrypted store: where it is, how much is in it, and how long that is kept. */
export function StoreSection({ store }: { store: StoreStatus }) {
  const revision = useApp((state) => state.incidentsRevision);
  const open = store.state === 'open' || store.state === 'memory';
  const [query, reload] = useQuery('store.facts', undefined, open ? revision : -1);
  const facts = open && query.state === 'ready' ? query.value : null;
  return (
    <section className="card" aria-label="Store">
      <h2>Store</h2>
      <KeyValueList
        items={[
          { name: 'State', value: storeStateWords(store.state) },
          { name: 'File', value: store.path || 'None', code: store.path !== '' },
          ...(store.detail ? [{ name: 'Detail', value: store.detail }] : []),
          ...(facts ? sizeItems(facts) : []),
        ]}
      />
      {facts && (
        <>
          <KeepField
            label="Keep incidents after their last update"
            tenantId={null}
            keepDays={facts.keepDays}
            byDefault={null}
            onSaved={reload}
          />
          <p className="quiet">
            Older incidents are removed from this computer only; a tenant can have a time of its own. An answer of the service is removed
            with the last of its incidents.
          </p>
          {facts.removals.length > 0 && (
            <Disclosure summary="Removed because of their age">
              <RemovalList removals={facts.removals} />
            </Disclosure>
          )}
          {facts.tenants.length > 0 && (
            <Disclosure summary={`Size by tenant (${counted(facts.tenants.length)})`}>
              <TenantSizes sizes={facts.tenants} />
            </Disclosure>
          )}
        </>
      )}
    </section>
  );
}

function sizeItems({ bytes, freeBytes, incidents, search }: StoreFacts): KeyValue[] {
  const notYet = searchCoverageWords(search);
  return [
    {
      name: 'Size',
      value: `${sizeWords(bytes)}${freeBytes > 1_000_000 ? `, of which ${sizeWords(freeBytes)} free for new incidents` : ''}`,
    },
    { name: 'Incidents', value: counted(incidents) },
    { name: 'Search', value: notYet ?? 'Covers everything stored' },
  ];
}
