import type { Field } from '../../../contract/incident';
import { KeyValueList } from '../../ui/KeyValueList';

/** Named values as the service sent them. */
export function FieldList({ fields }: { fields: readonly Field[] }) {
  return <KeyValueList items={fields.map(({ name, value }) => ({ name, value: value === '' ? '–' : value, code: true }))} />;
}
