import { i18n } from '@lingui/core';
import { Button, Input, Select } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { type ObservableKind, observable, observableKey, observableKind, observableValue } from '../../../contract/observable';
import { useApp } from '../../store/app-store';
import { observableKindName } from './observable-words';

/** The most values a list may be narrowed by. */
const MOST = 20;

/** Narrows the list down to incidents a value was seen in. */
export function EntityFilter() {
  const { filter, setFilter } = useApp();
  const [kind, setKind] = useState<ObservableKind>('ip');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const typed = observable.safeParse({ kind, value: observableValue(text) }).data;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!typed || filter.entities.length >= MOST) return;
    if (!filter.entities.some((one) => observableKey(one) === observableKey(typed))) setFilter({ entities: [...filter.entities, typed] });
    setText('');
    // The button goes out of use and would take the keyboard with it.
    field.current?.focus();
  };
  return (
    <form className="filter-entity" onSubmit={add}>
      <Select
        size="small"
        aria-label={i18n.t('Kind of value')}
        value={kind}
        onChange={(_event, { value }) => setKind(observableKind.parse(value))}
      >
        {observableKind.options.map((one) => (
          <option key={one} value={one}>
            {observableKindName(one)}
          </option>
        ))}
      </Select>
      <Input
        ref={field}
        size="small"
        aria-label={i18n.t('Value seen in the incident')}
        placeholder={i18n.t('Exact value from the incident')}
        value={text}
        onChange={(_event, { value }) => setText(value)}
      />
      <Button size="small" type="submit" disabled={!typed}>
        {i18n.t('Add')}
      </Button>
    </form>
  );
}
