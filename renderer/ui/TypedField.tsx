import { i18n } from '@lingui/core';
import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import './typed-field.css';

interface TypedFieldProps<T> {
  label: string;
  hint?: string;
  /** How it is written, in letters: "yyyy-mm-dd". */
  form: string;
  /** What is there now, as it is written; empty: nothing. */
  value: string;
  /** What a whole text means; null: nothing. */
  read(text: string): T | null;
  /** What was typed, whole; null: the field was emptied. */
  onChange(value: T | null): void;
  /** Taken over with every key that makes it whole (`typing`), or when the field is left. */
  when?: 'typing' | 'leaving';
  /** What is wrong with what is there. */
  problem?: string | undefined;
  /** Something has to be there. */
  required?: boolean;
  disabled?: boolean;
  small?: boolean;
}

/**
 * A date or a time as text. Fields of the browser's own write dates as the language of the system has them, not as that of the page. What is not whole
 * counts for nothing, and the field says so when it is left.
 */
export function TypedField<T>({
  label,
  hint,
  form,
  value,
  read,
  onChange,
  when = 'typing',
  required = false,
  problem,
  disabled,
  small,
}: TypedFieldProps<T>) {
  const [typed, setTyped] = useState<{ text: string; over: string } | null>(null);
  const [left, setLeft] = useState(false);
  // A value that comes from elsewhere takes the place of what was typed over another one.
  const text = typed !== null && (typed.over === value || sameAs(typed.text, value, read)) ? typed.text : value;
  const isWhole = (one: string) => (one.trim() === '' ? !required : read(one) !== null);
  const take = (one: string) => {
    if (isWhole(one)) onChange(one.trim() === '' ? null : read(one));
  };
  const wrong = left && !isWhole(text) ? i18n.t('Write it as {form}.', { form }) : problem;
  const size = small ? 'small' : 'medium';
  return (
    <Field
      label={label}
      size={size}
      {...(hint === undefined ? {} : { hint })}
      {...(wrong === undefined ? {} : { validationMessage: wrong })}
    >
      <Input
        size={size}
        className="typed-field"
        placeholder={form}
        value={text}
        disabled={disabled ?? false}
        autoComplete="off"
        spellCheck={false}
        onChange={(_event, data) => {
          setTyped({ text: data.value, over: value });
          setLeft(false);
          if (when === 'typing') take(data.value);
        }}
        onBlur={() => {
          setLeft(true);
          if (when === 'leaving') take(text);
          else if (isWhole(text)) setTyped(null);
        }}
      />
    </Field>
  );
}

function sameAs<T>(text: string, value: string, read: (text: string) => T | null): boolean {
  return text.trim() === '' ? value === '' : value !== '' && read(text) === read(value);
}
