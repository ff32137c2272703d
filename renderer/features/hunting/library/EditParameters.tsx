import { Button, Input, Select } from '@fluentui/react-components';
import { Add16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { parameterType, type QueryParameter } from '../../../../contract/hunting-library';

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,59}$/;
const FIRST_VALUES: Readonly<Record<QueryParameter['type'], string>> = {
  string: '',
  list: '',
  long: '0',
  real: '0',
  bool: 'true',
  datetime: '2026-01-01',
  timespan: '1d',
};

interface EditParametersProps {
  parameters: readonly QueryParameter[];
  onChange(parameters: QueryParameter[]): void;
}

/** Which values a query asks for: a name to use in its text, words for the form, a type. */
export function EditParameters({ parameters, onChange }: EditParametersProps) {
  const set = (index: number, patch: Partial<QueryParameter>) =>
    onChange(parameters.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  const add = () => onChange([...parameters, { name: `value${parameters.length + 1}`, label: '', type: 'string', value: '' }]);
  return (
    <fieldset className="edit-parameters">
      <legend>{i18n.t('Values asked for in a form')}</legend>
      {parameters.map(({ name, label, type }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the name is what is being typed
        <div key={index} className="edit-parameter">
          <Input
            size="small"
            aria-label={i18n.t('Name in the query')}
            aria-invalid={!NAME.test(name)}
            value={name}
            onChange={(_event, { value }) => set(index, { name: value })}
          />
          <Input
            size="small"
            aria-label={i18n.t('Words in the form')}
            placeholder={i18n.t('Words in the form')}
            value={label}
            onChange={(_event, { value }) => set(index, { label: value })}
          />
          <Select
            size="small"
            aria-label={i18n.t('Type')}
            value={type}
            onChange={(_event, { value }) => {
              const next = parameterType.parse(value);
              set(index, { type: next, value: FIRST_VALUES[next] });
            }}
          >
            {parameterType.options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </Select>
          <Button
            size="small"
            appearance="subtle"
            icon={<Dismiss16Regular />}
            aria-label={i18n.t('Remove value {name}', { name })}
            onClick={() => onChange(parameters.filter((_one, at) => at !== index))}
          />
        </div>
      ))}
      <Button size="small" icon={<Add16Regular />} onClick={add}>
        {i18n.t('Add a value')}
      </Button>
    </fieldset>
  );
}
