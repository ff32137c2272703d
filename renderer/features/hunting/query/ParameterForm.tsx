import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import type { QueryParameter } from '../../../../contract/hunting-library';
import { literalOf } from './parameters';

interface ParameterFormProps {
  parameters: readonly QueryParameter[];
  onChange(parameters: QueryParameter[]): void;
}

/** The values a query is asked with. They stand before it as `let` statements. */
export function ParameterForm({ parameters, onChange }: ParameterFormProps) {
  if (parameters.length === 0) return null;
  const set = (name: string, value: string) => onChange(parameters.map((one) => (one.name === name ? { ...one, value } : one)));
  return (
    <div role="group" className="query-parameters" aria-label={i18n.t('Values of the query')}>
      {parameters.map((parameter) => {
        const { name, label, type, value } = parameter;
        const wrong = literalOf(parameter) === null ? i18n.t('This is no value of type {type}.', { type }) : undefined;
        return (
          <Field key={name} label={label || name} size="small" validationMessage={wrong}>
            {type === 'bool' ? (
              <Select size="small" value={value.toLowerCase()} onChange={(_event, data) => set(name, data.value)}>
                <option value="true">{i18n.t('Yes')}</option>
                <option value="false">{i18n.t('No')}</option>
              </Select>
            ) : type === 'list' ? (
              <Textarea
                size="small"
                rows={2}
                value={value}
                title={i18n.t('One value a line')}
                onChange={(_event, data) => set(name, data.value)}
              />
            ) : (
              <Input size="small" value={value} onChange={(_event, data) => set(name, data.value)} />
            )}
          </Field>
        );
      })}
    </div>
  );
}
