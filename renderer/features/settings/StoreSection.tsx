import { i18n } from '@lingui/core';
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
    <section className="card" aria-label={i18n.t('Store')}>
      <h2>{i18n.t('Store')}</h2>
      <KeyValueList
        items={[
          { name: i18n.t('State'), value: storeStateWords(store.state) },
          { name: i18n.t('File'), value: store.path || i18n.t('None'), code: store.path !== '' },
          ...(store.detail ? [{ name: i18n.t('Detail'), value: store.detail }] : []),
          ...(facts ? sizeItems(facts) : []),
        ]}
      />
      {facts && (
        <>
          <KeepField
            label={i18n.t('Keep incidents after their last update')}
            tenantId={null}
            keepDays={facts.keepDays}
            byDefault={null}
            onSaved={reload}
          />
          <p className="quiet">
            {i18n.t(
              'Older incidents are removed from this computer only; a tenant can have a time of its own. An answer of the service is removed with the last of its incidents.',
            )}
          </p>
          {facts.removals.length > 0 && (
            <Disclosure summary={i18n.t('Removed because of their age')}>
              <RemovalList removals={facts.removals} />
            </Disclosure>
          )}
          {facts.tenants.length > 0 && (
            <Disclosure summary={i18n.t('Size by tenant ({count, number})', { count: facts.tenants.length })}>
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
      name: i18n.t('Size'),
      value:
        freeBytes > 1_000_000
          ? i18n.t('{size}, of which {free} free for new incidents', { size: sizeWords(bytes), free: sizeWords(freeBytes) })
          : sizeWords(bytes),
    },
    { name: i18n.t('Incidents'), value: counted(incidents) },
    { name: i18n.t('Search'), value: notYet ?? i18n.t('Covers everything stored') },
  ];
}
