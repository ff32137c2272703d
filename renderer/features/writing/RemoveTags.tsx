import { Checkbox, Combobox, Field, Option } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { DETAILED_SUBJECTS, type WriteSubject } from '../../../contract/incident-change';
import { useChoices } from '../common/use-choices';
import type { OrderDraft } from './order-draft';

interface RemoveTagsProps {
  draft: OrderDraft;
  subjects: readonly WriteSubject[];
  onChange(patch: Partial<OrderDraft>): void;
}

/** Which tags are taken off: of a few incidents those they have, of many any that was seen. Each is chosen whole, so that a comma in it parts nothing. */
export function RemoveTags({ draft, subjects, onChange }: RemoveTagsProps) {
  const shown = [...new Set([...subjects.flatMap(({ facts }) => facts.tags ?? []), ...draft.removeTags])];
  return (
    <>
      {subjects.length > DETAILED_SUBJECTS && <AnyTag draft={draft} onChange={onChange} />}
      {shown.length > 0 && (
        <div role="group" aria-label={i18n.t('Tags to remove')} className="order-tags">
          <span className="quiet">{i18n.t('Tags to remove')}</span>
          {shown.map((tag) => (
            <Checkbox
              key={tag}
              label={tag}
              checked={draft.removeTags.includes(tag)}
              onChange={(_event, { checked }) =>
                onChange({ removeTags: checked === true ? [...draft.removeTags, tag] : draft.removeTags.filter((one) => one !== tag) })
              }
            />
          ))}
        </div>
      )}
    </>
  );
}

/** Most that are offered at a time. */
const MOST_TAGS = 50;

function AnyTag({ draft: { removeTags, removing }, onChange }: Omit<RemoveTagsProps, 'subjects'>) {
  const { values: known } = useChoices(removing, ({ facets }) => facets.tag);
  const typed = removing.trim().toLowerCase();
  const offered = known.filter((tag) => !removeTags.includes(tag) && tag.toLowerCase().includes(typed)).slice(0, MOST_TAGS);
  return (
    <Field
      label={i18n.t('Remove tags')}
      hint={i18n.t('Choose one after the other. Taken off those incidents that have them; each is read again first.')}
    >
      <Combobox
        freeform
        value={removing}
        selectedOptions={[]}
        onInput={(event) => onChange({ removing: event.currentTarget.value })}
        onOptionSelect={(_event, { optionText = '' }) => onChange({ removing: '', removeTags: [...new Set([...removeTags, optionText])] })}
      >
        {offered.map((tag) => (
          <Option key={tag} text={tag}>
            {tag}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
