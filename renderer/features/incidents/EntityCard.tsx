import { i18n } from '@lingui/core';
import type { IncidentKey } from '../../../contract/ids';
import type { Entity } from '../../../contract/incident';
import { Disclosure } from '../../ui/Disclosure';
import { Pill } from '../../ui/Pill';
import { spoken } from '../common/incident-words';
import { EntityIcon } from './EntityIcon';
import { FieldList } from './FieldList';
import { SeenIn } from './SeenIn';

/** What an analyst asks first of a kind, beside its name. */
const FIRST: readonly string[] = [
  'processCommandLine',
  'filePath',
  'fileDetails.filePath',
  'sender',
  'p2Sender.emailAddress',
  'recipient',
  'registryValue',
];

/** One entity: what it is, what is asked first, the rest and where else it was seen on demand. */
export function EntityCard({ entity: { kind, known, title, fields, observables }, incident }: { entity: Entity; incident: IncidentKey }) {
  const first = fields.find(({ name, value }) => FIRST.includes(name) && value !== '' && value !== title);
  return (
    <article className="item-card">
      <div className="item-card-title">
        <EntityIcon kind={kind} />
        <h3>{title || i18n.t('Without a name')}</h3>
        <Pill>{known ? spoken(kind) : kind || i18n.t('Kind not given')}</Pill>
      </div>
      {first && <p className="entity-first code">{first.value}</p>}
      {!known && <p className="quiet">{i18n.t('Kind not known to Tenantry, shown as sent.')}</p>}
      {fields.length > 0 && (
        <Disclosure summary={i18n.t('{count, plural, one {# field} other {# fields}}', { count: fields.length })} open={!known}>
          <FieldList fields={fields} />
        </Disclosure>
      )}
      <SeenIn title={title || kind} observables={observables} incident={incident} />
    </article>
  );
}
