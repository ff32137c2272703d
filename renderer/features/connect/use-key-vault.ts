import { useState } from 'react';
import type { CredentialId, KeyVaultRead } from '../../../contract/credential';
import type { Input } from '../../../contract/ipc';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useAction } from '../common/use-action';

type Refusal = Extract<KeyVaultRead, { outcome: 'refused' }>;

interface KeyVaultReading {
  /** The browser is open for the sign-in, or Key Vault is asked. */
  busy: boolean;
  refusal: Refusal | null;
  /** Reads; null when nothing came of it. */
  read(asked: Input<'credential.readKeyVault'>): Promise<CredentialId | null>;
}

/** Reading a credential from Key Vault: under way, and why it was refused. */
export function useKeyVault(): KeyVaultReading {
  const { busy, run } = useAction();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const loadStatus = useApp((state) => state.loadStatus);
  const read = async (asked: Input<'credential.readKeyVault'>) => {
    setRefusal(null);
    const result = await run(() => call('credential.readKeyVault', asked));
    await loadStatus();
    if (!result.ok) return null;
    if (result.value.outcome === 'read') return result.value.credentialId;
    setRefusal(result.value);
    return null;
  };
  return { busy, refusal, read };
}
