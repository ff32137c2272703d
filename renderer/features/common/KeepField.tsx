import { Field, Select } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { call } from '../../bridge/client';
import { useNotices } from '../../ui/notices';
import { KEEP_CHOICES, keepWords } from './keep-words';
import { useAction } from './use-action';
import './keep-field.css';

interface KeepFieldProps {
  label: string;
  /** Null: the default of all tenants. */
  tenantId: string | null;
  /** As stored: of a tenant null means as the default. */
  keepDays: number | null;
  /** What the default says, where a tenant may follow it. */
  byDefault: number | null;
  onSaved(): void;
}

const DEFAULT = 'default';

/** How long incidents are kept. Counts as soon as it is chosen. */
export function KeepField({ label, tenantId, keepDays, byDefault, onSaved }: KeepFieldProps) {
  const { busy, run } = useAction();
  const notices = useNotices();
  const ofTenant = tenantId !== null;
  const chosen = ofTenant && keepDays === null ? DEFAULT : String(keepDays ?? 0);
  const choices = keepDays === null || KEEP_CHOICES.some((days) => days === keepDays) ? KEEP_CHOICES : [...KEEP_CHOICES, keepDays];

  const save = async (value: string) => {
    const days = value === DEFAULT || (!ofTenant && value === '0') ? null : Number(value);
    const result = await run(() => call('store.setKeepDays', { tenantId, keepDays: days }));
    if (!result.ok) return;
    notices.done(
      days === null || days === 0
        ? i18n.t('Nothing is removed because of its age')
        : i18n.t('Older than {keep} is removed now', { keep: keepWords(days) }),
    );
    onSaved();
  };

  return (
    <Field label={label} className="keep-field">
      <Select value={chosen} disabled={busy} onChange={(_event, { value }) => void save(value)}>
        {ofTenant && <option value={DEFAULT}>{i18n.t('As the default ({keep})', { keep: keepWords(byDefault).toLowerCase() })}</option>}
        {choices.map((days) => (
          <option key={days} value={String(days)}>
            {keepWords(days)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
