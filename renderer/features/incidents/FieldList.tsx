import { i18n } from '@lingui/core';
import type { Field } from '../../../contract/incident';
import { KeyValueList } from '../../ui/KeyValueList';
import { StackOnDemand } from './MoreOnDemand';

/** Named values as the service sent them. Of a thing that thousands of alerts name there are as many. */
export function FieldList({ fields }: { fields: readonly Field[] }) {
  return (
    <StackOnDemand count={fields.length} noun={i18n.t('fields')} className="field-stack">
      {(shown) => (
        <KeyValueList items={fields.slice(0, shown).map(({ name, value }) => ({ name, value: value === '' ? '–' : value, code: true }))} />
      )}
    </StackOnDemand>
  );
}
