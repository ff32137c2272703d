import { Checkbox, Switch } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { useEffect, useState } from 'react';
import type { NotificationSettings } from '../../../contract/notifications';
import { call, onEvent } from '../../bridge/client';
import { useQuery } from '../../bridge/use-query';
import { ActionButton } from '../../keys/ActionButton';
import { TypedField } from '../../ui/TypedField';
import { isTimeOfDay } from '../../ui/typed-time';
import { useAction } from '../common/use-action';
import { NotificationRules } from './NotificationRules';
import { ToldNotices } from './ToldNotices';
import './notifications.css';

/** What this computer's desktop tells of new incidents. */
export function NotificationSection() {
  const [query, reload] = useQuery('notifications.get', undefined);
  const { busy, run } = useAction();
  useEffect(() => onEvent('notifications.changed', reload), [reload]);
  if (query.state !== 'ready') return null;
  const { settings, support, told } = query.value;
  const save = async (change: Partial<NotificationSettings>) => {
    await run(() => call('notifications.save', { ...settings, ...change }));
    reload();
  };
  return (
    <section className="card" aria-label={i18n.t('Notifications')}>
      <h2>{i18n.t('Notifications')}</h2>
      <p>
        {i18n.t(
          'New incidents that one of these rules fits are told on the desktop, each once, many at a time as one. What the first read of a customer brings is not told.',
        )}
      </p>
      {!support.notifications && <p role="note">{i18n.t('This computer shows no notifications. What would be told stands below.')}</p>}
      {!support.tray && <p role="note">{i18n.t('This desktop has no tray for the icon of Tenantry.')}</p>}
      <Switch
        checked={settings.enabled}
        disabled={busy}
        label={i18n.t('Tell me of new incidents')}
        onChange={(_event, { checked }) => void save({ enabled: checked })}
      />
      <NotificationRules rules={settings.rules} disabled={busy || !settings.enabled} onRules={(rules) => void save({ rules })} />
      <QuietHours quiet={settings.quiet} disabled={busy || !settings.enabled} onQuiet={(quiet) => void save({ quiet })} />
      <Checkbox
        checked={settings.showNames}
        disabled={busy || !settings.enabled}
        label={i18n.t('Show the name of the incident, which may hold names of people and computers')}
        onChange={(_event, { checked }) => void save({ showNames: checked === true })}
      />
      <div className="card-actions">
        <ActionButton group="Settings" disabled={busy || !support.notifications} onClick={() => void run(() => call('notifications.try'))}>
          {i18n.t('Show one to try')}
        </ActionButton>
      </div>
      <ToldNotices told={told} />
    </section>
  );
}

interface QuietHoursProps {
  quiet: NotificationSettings['quiet'];
  disabled: boolean;
  onQuiet(quiet: NotificationSettings['quiet']): void;
}

const NIGHT = { from: '18:00', to: '07:00' };

/** When nothing is told; a time is taken over when the field is left. */
function QuietHours({ quiet, disabled, onQuiet }: QuietHoursProps) {
  const [last, setLast] = useState(quiet ?? NIGHT);
  const time = (end: 'from' | 'to', label: string) => (
    <TypedField
      required
      when="leaving"
      label={label}
      form={i18n.t('hh:mm')}
      value={last[end]}
      read={(text) => (isTimeOfDay(text.trim()) ? text.trim() : null)}
      disabled={disabled}
      onChange={(value) => {
        if (value === null) return;
        const next = { ...last, [end]: value };
        setLast(next);
        onQuiet(next);
      }}
    />
  );
  return (
    <div className="section-block">
      <Switch
        checked={quiet !== null}
        disabled={disabled}
        label={i18n.t('Quiet hours: what comes meanwhile is told together when they end')}
        onChange={(_event, { checked }) => onQuiet(checked ? last : null)}
      />
      {quiet && (
        <div className="card-actions">
          {time('from', i18n.t('From'))}
          {time('to', i18n.t('To'))}
        </div>
      )}
    </div>
  );
}
