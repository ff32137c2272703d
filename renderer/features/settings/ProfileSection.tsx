import { useState } from 'react';
import { i18n } from '@lingui/core';
import type { Profile } from '../../../contract/app-status';
import { call } from '../../bridge/client';
import { ActionButton } from '../../keys/ActionButton';
import { Banner } from '../../ui/Banner';
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList';
import { useAction } from '../common/use-action';

const KINDS: Record<Profile['kind'], string> = {
  live: /*i18n*/ 'Microsoft’s own clouds',
  sandbox: /*i18n*/ 'Sandbox: imitated inside the app, nothing in it is real',
  custom: /*i18n*/ 'Custom cloud, from a definition file',
};

/** Which profile is open, and the ways to another one. */
export function ProfileSection({ profile }: { profile: Profile }) {
  const { busy, run } = useAction();
  const [refused, setRefused] = useState<string | null>(null);
  const sandbox = profile.kind === 'sandbox';

  const openFile = async () => {
    setRefused(null);
    const result = await run(() => call('profile.openCloudFile'), ['badInput']);
    // The one place where main's own words are shown: they name what is wrong in the file.
    if (!result.ok && result.error.code === 'badInput') setRefused(result.error.message);
  };

  const facts: KeyValue[] = [
    { name: i18n.t('Open profile'), value: profile.name },
    { name: i18n.t('Kind'), value: i18n.t(KINDS[profile.kind]) },
  ];
  if (profile.hosts.length > 0) facts.push({ name: i18n.t('Talks to'), value: <HostList hosts={profile.hosts} />, code: true });

  return (
    <section className="card" aria-label={i18n.t('Profile')}>
      <h2>{i18n.t('Profile')}</h2>
      <KeyValueList items={facts} />
      <p className="quiet">{i18n.t('Each profile has its own store, keychain entries and partner app: clouds never mix.')}</p>
      {refused && (
        <Banner intent="error" title={i18n.t('This file cannot be used.')}>
          {refused}
        </Banner>
      )}
      <div className="card-actions">
        {sandbox ? (
          <ActionButton group="Settings" disabled={busy} onClick={() => void run(() => call('profile.leaveSandbox'))}>
            {i18n.t('Leave the sandbox')}
          </ActionButton>
        ) : (
          <ActionButton group="Settings" disabled={busy} onClick={() => void run(() => call('profile.openSandbox'))}>
            {i18n.t('Try the sandbox')}
          </ActionButton>
        )}
        <ActionButton group="Settings" disabled={busy} onClick={() => void openFile()}>
          {i18n.t('Open a cloud definition file…')}
        </ActionButton>
      </div>
    </section>
  );
}

function HostList({ hosts }: { hosts: readonly string[] }) {
  return (
    <>
      {hosts.map((host) => (
        <div key={host}>{host}</div>
      ))}
    </>
  );
}
