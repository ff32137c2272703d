import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import { i18n } from '@lingui/core';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { ColourField } from './ColourField';
import { SurfaceField } from './SurfaceField';
import { type ProfileForm, profileOf } from '../../store/profile-form';
import { groupsOf } from './tenant-filter';

/** The fields of a profile, with Save and Cancel. What was typed stays when Escape is pressed or another tenant is looked at. */
export function ProfileFormFields({ tenant, form }: { tenant: Tenant; form: ProfileForm }) {
  const { tenantId, displayName } = tenant;
  const [wrong, setWrong] = useState<{ field: keyof ProfileForm; why: string } | null>(null);
  const { busy, run } = useAction();
  const notices = useNotices();
  const tenants = useApp((state) => state.tenants);
  const draftProfile = useApp((state) => state.draftProfile);
  const loadTenants = useApp((state) => state.loadTenants);
  const groupList = useId();

  const close = () => draftProfile(tenantId, null);
  const set = (change: Partial<ProfileForm>) => {
    draftProfile(tenantId, { ...form, ...change });
    setWrong(null);
  };
  const said = (field: keyof ProfileForm) =>
    wrong?.field === field ? ({ validationState: 'error', validationMessage: wrong.why } as const) : {};
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const read = profileOf(form);
    if (!('profile' in read)) return setWrong(read);
    const result = await run(() => call('tenants.saveProfile', { tenantId, profile: read.profile }));
    if (!result.ok) return;
    await loadTenants();
    notices.done(i18n.t('Profile of {displayName} saved', { displayName }));
    close();
  };

  return (
    <form
      className="profile-form"
      aria-label={i18n.t('Profile')}
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
    >
      <Field label={i18n.t('Group')} {...said('group')}>
        <Input value={form.group} autoComplete="off" input={{ list: groupList }} onChange={(_event, data) => set({ group: data.value })} />
      </Field>
      <datalist id={groupList}>{groupsOf(tenants).map((group) => group && <option key={group} value={group} />)}</datalist>
      <Field label={i18n.t('Tags')} hint={i18n.t('Separated by commas.')} {...said('tags')}>
        <Input value={form.tags} autoComplete="off" onChange={(_event, data) => set({ tags: data.value })} />
      </Field>
      <Field label={i18n.t('Owner')} hint={i18n.t('Who looks after this customer on your side.')} {...said('owner')}>
        <Input value={form.owner} autoComplete="off" onChange={(_event, data) => set({ owner: data.value })} />
      </Field>
      <Field label={i18n.t('Contact')} hint={i18n.t('Whom to reach at the customer.')} {...said('contact')}>
        <Input value={form.contact} autoComplete="off" onChange={(_event, data) => set({ contact: data.value })} />
      </Field>
      <Field label={i18n.t('Notes')} {...said('notes')}>
        <Textarea value={form.notes} rows={4} resize="vertical" onChange={(_event, data) => set({ notes: data.value })} />
      </Field>
      <SurfaceField surface={form.surface} onSurface={(surface) => set({ surface })} />
      <ColourField colour={form.colour} onColour={(colour) => set({ colour })} />
      <div className="section-actions">
        <Button type="submit" appearance="primary" disabled={busy}>
          {i18n.t('Save')}
        </Button>
        <Button onClick={close}>{i18n.t('Cancel')}</Button>
      </div>
    </form>
  );
}
