import { Button, Field, Select } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { NEWER_THAN_CHOICES, NOTIFIED_SEVERITIES, type NotificationRule } from '../../../contract/notifications';
import { ActionButton } from '../../keys/ActionButton';
import { useApp } from '../../store/app-store';

const SEVERITY_WORDS: Record<NotificationRule['severity'], string> = {
  informational: /*i18n*/ 'Any severity',
  low: /*i18n*/ 'Low or higher',
  medium: /*i18n*/ 'Medium or high',
  high: /*i18n*/ 'High',
};
const EVERY_GROUP = '';
const NO_LIMIT = 'any';

interface NotificationRulesProps {
  rules: readonly NotificationRule[];
  disabled: boolean;
  onRules(rules: NotificationRule[]): void;
}

/** The rules: of which customers, how severe, how new. One that fits is enough. */
export function NotificationRules({ rules, disabled, onRules }: NotificationRulesProps) {
  const tenants = useApp((state) => state.tenants);
  const named = [...tenants.map(({ profile }) => profile.group), ...rules.map(({ group }) => group ?? '')];
  const groups = [...new Set(named)].filter((name) => name !== '').sort();
  const change = (index: number, part: Partial<NotificationRule>) =>
    onRules(rules.map((rule, at) => (at === index ? { ...rule, ...part } : rule)));
  return (
    <div className="section-block">
      {rules.length === 0 && <p className="quiet">{i18n.t('No rule: nothing is told.')}</p>}
      {rules.map((rule, index) => (
        // Rules have nothing else to tell them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <fieldset key={index} className="notification-rule" aria-label={i18n.t('Rule {number}', { number: index + 1 })}>
          <Field label={i18n.t('Customers')}>
            <Select
              value={rule.group ?? EVERY_GROUP}
              disabled={disabled}
              onChange={(_event, { value }) => change(index, { group: value === EVERY_GROUP ? null : value })}
            >
              <option value={EVERY_GROUP}>{i18n.t('All customers')}</option>
              {groups.map((group) => (
                <option key={group} value={group}>
                  {i18n.t('Group {group}', { group })}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={i18n.t('Severity')}>
            <Select
              value={rule.severity}
              disabled={disabled}
              onChange={(_event, { value }) =>
                change(index, { severity: NOTIFIED_SEVERITIES.find((one) => one === value) ?? rule.severity })
              }
            >
              {NOTIFIED_SEVERITIES.map((severity) => (
                <option key={severity} value={severity}>
                  {i18n.t(SEVERITY_WORDS[severity])}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={i18n.t('Created')}>
            <Select
              value={String(rule.newerThanHours ?? NO_LIMIT)}
              disabled={disabled}
              onChange={(_event, { value }) =>
                change(index, { newerThanHours: NEWER_THAN_CHOICES.find((one) => String(one ?? NO_LIMIT) === value) ?? null })
              }
            >
              {NEWER_THAN_CHOICES.map((hours) => (
                <option key={String(hours)} value={String(hours ?? NO_LIMIT)}>
                  {hours === null
                    ? i18n.t('At any time')
                    : i18n.t('{hours, plural, one {Within the last hour} other {Within the last # hours}}', { hours })}
                </option>
              ))}
            </Select>
          </Field>
          <Button
            disabled={disabled}
            aria-label={i18n.t('Remove rule {number}', { number: index + 1 })}
            onClick={() => onRules(rules.filter((_rule, at) => at !== index))}
          >
            {i18n.t('Remove')}
          </Button>
        </fieldset>
      ))}
      <ActionButton
        group="Settings"
        disabled={disabled}
        onClick={() => onRules([...rules, { group: null, severity: 'high', newerThanHours: 24 }])}
      >
        {i18n.t('Add a rule')}
      </ActionButton>
    </div>
  );
}
