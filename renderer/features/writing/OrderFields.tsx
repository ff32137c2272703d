import { Checkbox, Combobox, Field, Input, Option, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { classification as classifications, DETERMINATIONS, type WriteSubject, writableStatus } from '../../../contract/incident-change';
import { useChoices } from '../common/use-choices';
import type { WriteKind } from '../../store/writes-slice';
import { spoken } from '../common/incident-words';
import type { OrderDraft } from './order-draft';
import { RemoveTags } from './RemoveTags';

interface OrderFieldsProps {
  kind: WriteKind;
  draft: OrderDraft;
  subjects: readonly WriteSubject[];
  onChange(patch: Partial<OrderDraft>): void;
}

/** The fields of one form. */
export function OrderFields({ kind, draft, subjects, onChange }: OrderFieldsProps) {
  return (
    <>
      {kind === 'assign' && <Person draft={draft} subjects={subjects} onChange={onChange} />}
      {kind === 'status' && (
        <Field label={i18n.t('Status')}>
          <RadioGroup value={draft.status ?? ''} onChange={(_event, { value }) => onChange({ status: writableStatus.parse(value) })}>
            {writableStatus.options.map((status, index) => (
              <Radio
                key={status}
                value={status}
                label={spoken(status)}
                autoFocus={status === draft.status || (draft.status === null && index === 0)}
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      {kind === 'classify' && <VerdictFields draft={draft} onChange={onChange} />}
      {kind === 'tags' && <TagFields draft={draft} subjects={subjects} onChange={onChange} />}
      {kind !== 'tags' && (
        <Field
          label={kind === 'comment' ? i18n.t('Comment text') : i18n.t('Comment (optional)')}
          hint={i18n.t('A comment cannot be taken back.')}
        >
          <Textarea
            value={draft.comment}
            maxLength={4_000}
            rows={kind === 'comment' ? 4 : 2}
            autoFocus={kind === 'comment'}
            onChange={(_event, { value }) => onChange({ comment: value })}
          />
        </Field>
      )}
    </>
  );
}

/** Most that are offered at a time. */
const MOST_PEOPLE = 50;

function Person({ draft, subjects, onChange }: Pick<OrderFieldsProps, 'draft' | 'subjects' | 'onChange'>) {
  const { values: known } = useChoices(draft.person, ({ assignees }) => assignees.map(({ value }) => value));
  const typed = draft.person.trim().toLowerCase();
  const offered = known.filter((person) => person !== '' && person.toLowerCase().includes(typed)).slice(0, MOST_PEOPLE);
  const owners = new Set(subjects.map(({ facts }) => facts.assignedTo));
  return (
    <>
      <Field label={i18n.t('Assign to')} hint={i18n.t('A user principal name, as in the customer’s Defender portal.')}>
        <Combobox
          freeform
          autoFocus
          disabled={draft.nobody}
          placeholder={owners.size > 1 ? i18n.t('Different owners now') : undefined}
          value={draft.nobody ? '' : draft.person}
          selectedOptions={[]}
          onInput={(event) => onChange({ person: event.currentTarget.value })}
          onOptionSelect={(_event, { optionText }) => onChange({ person: optionText ?? '' })}
        >
          {offered.map((person) => (
            <Option key={person} text={person}>
              {person}
            </Option>
          ))}
        </Combobox>
      </Field>
      <Checkbox
        label={i18n.t('Nobody: take the assignment off')}
        checked={draft.nobody}
        onChange={(_event, { checked }) => onChange({ nobody: checked === true })}
      />
    </>
  );
}

function VerdictFields({ draft, onChange }: Pick<OrderFieldsProps, 'draft' | 'onChange'>) {
  const { classification, determination } = draft;
  return (
    <div className="order-verdict">
      <Field label={i18n.t('Classification')}>
        <RadioGroup
          value={classification ?? ''}
          onChange={(_event, { value }) => onChange({ classification: classifications.parse(value), determination: null })}
        >
          {classifications.options.map((one, index) => (
            <Radio
              key={one}
              value={one}
              label={spoken(one)}
              autoFocus={one === classification || (classification === null && index === 0)}
            />
          ))}
        </RadioGroup>
      </Field>
      {classification !== null && (
        <Field label={i18n.t('Determination')}>
          <RadioGroup
            value={determination ?? ''}
            onChange={(_event, { value }) =>
              onChange({ determination: DETERMINATIONS[classification].find((one) => one === value) ?? null })
            }
          >
            {DETERMINATIONS[classification].map((one) => (
              <Radio key={one} value={one} label={spoken(one)} />
            ))}
          </RadioGroup>
        </Field>
      )}
    </div>
  );
}

function TagFields({ draft, subjects, onChange }: Pick<OrderFieldsProps, 'draft' | 'subjects' | 'onChange'>) {
  return (
    <>
      <Field
        label={i18n.t('Add tags')}
        hint={i18n.t('Several with commas between them. One with a comma in it stands in quotation marks.')}
      >
        <Input autoFocus value={draft.addTags} onChange={(_event, { value }) => onChange({ addTags: value })} />
      </Field>
      <RemoveTags draft={draft} subjects={subjects} onChange={onChange} />
    </>
  );
}
