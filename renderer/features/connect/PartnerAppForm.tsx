import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { i18n } from '@lingui/core';
import type { CloudSummary, PartnerApp, PartnerAppId } from '../../../contract/partner-app';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { clientIdProblem, homeTenantProblem, type PartnerAppForm as FormValues, partnerAppInputOf } from './partner-app-words';

interface PartnerAppFormProps {
  clouds: readonly CloudSummary[];
  saved: PartnerApp | null;
  suggestedName: string;
  /** The cloud chosen now, saved or not. */
  onCloud(cloudId: string): void;
  onSaved(appId: PartnerAppId): void;
}

/** The registration: two IDs and a cloud. There is no field for the secret, on purpose. */
export function PartnerAppForm({ clouds, saved, suggestedName, onCloud, onSaved }: PartnerAppFormProps) {
  const { busy, run } = useAction();
  const notices = useNotices();
  const loadStatus = useApp((state) => state.loadStatus);
  const { register, handleSubmit, control, formState } = useForm<FormValues>({
    // Not while leaving a field: a message that comes or goes then moves the Save button from under the pointer.
    mode: 'onSubmit',
    defaultValues: {
      name: saved?.name ?? suggestedName,
      clientId: saved?.clientId ?? '',
      homeTenantId: saved?.homeTenantId ?? '',
      cloudId: saved?.cloud.id ?? clouds[0]?.id ?? '',
    },
  });
  const { errors, isDirty } = formState;
  const cloudId = useWatch({ control, name: 'cloudId' });
  useEffect(() => onCloud(cloudId), [cloudId, onCloud]);

  const save = handleSubmit(async (values) => {
    const input = partnerAppInputOf(values, saved?.appId ?? null);
    if (!input) return;
    const result = await run(() => call('partnerApp.save', input));
    if (!result.ok) return;
    await loadStatus();
    onSaved(result.value.appId);
    notices.done(i18n.t('Partner app saved'));
  });

  return (
    <form className="card" onSubmit={(event) => void save(event)} noValidate aria-label={i18n.t('App registration')}>
      <h2>{i18n.t('App registration')}</h2>
      <Field
        label={i18n.t('Name')}
        hint={i18n.t('How you call this app, such as Read only. It is kept on this computer.')}
        {...said(errors.name?.message)}
        required
      >
        <Input
          autoComplete="off"
          maxLength={80}
          defaultValue={saved?.name ?? suggestedName}
          {...register('name', { validate: (typed) => typed.trim() !== '' || i18n.t('Enter a name.') })}
        />
      </Field>
      <Field label={i18n.t('Application (client) ID')} {...said(errors.clientId?.message)} required>
        <Input
          className="code-input"
          autoComplete="off"
          spellCheck={false}
          defaultValue={saved?.clientId}
          {...register('clientId', { validate: (typed) => clientIdProblem(typed) ?? true, deps: ['homeTenantId'] })}
        />
      </Field>
      <Field
        label={i18n.t('Home tenant (directory) ID')}
        hint={i18n.t('Your own tenant, where the app is registered.')}
        {...said(errors.homeTenantId?.message)}
        required
      >
        <Input
          className="code-input"
          autoComplete="off"
          spellCheck={false}
          defaultValue={saved?.homeTenantId}
          {...register('homeTenantId', { validate: (typed, { clientId }) => homeTenantProblem(typed, clientId) ?? true })}
        />
      </Field>
      <Field label={i18n.t('Cloud')} hint={cloudHint(clouds.find(({ id }) => id === cloudId))}>
        <Select defaultValue={saved?.cloud.id} {...register('cloudId')}>
          {clouds.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className="card-actions">
        <Button type="submit" appearance={saved && !isDirty ? 'secondary' : 'primary'} disabled={busy || (saved !== null && !isDirty)}>
          {i18n.t('Save')}
        </Button>
        {saved && !isDirty && <span className="quiet">{i18n.t('Saved')}</span>}
        {!saved && <span className="quiet">{i18n.t('Next: the credential')}</span>}
      </div>
    </form>
  );
}

function said(message: string | undefined): { validationState: 'error' | 'none'; validationMessage: string | undefined } {
  return { validationState: message ? 'error' : 'none', validationMessage: message };
}

function cloudHint(cloud: CloudSummary | undefined): string {
  switch (cloud?.kind) {
    case 'sandbox':
      return i18n.t('Imitated inside the app.');
    case 'custom':
      return i18n.t('Defined by a file of yours; its hosts are listed under Settings.');
    case 'microsoft':
    case undefined:
      return i18n.t('Customers can only be read in the cloud the app is registered in.');
  }
}
