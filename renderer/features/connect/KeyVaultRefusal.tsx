import type { KeyVaultFault } from '../../../contract/credential';
import { Banner } from '../../ui/Banner';
import { keyVaultFaultWords } from './credential-words';

/** Why nothing came from Key Vault, with what the service said. */
export function KeyVaultRefusal({ fault, detail }: { fault: KeyVaultFault; detail?: string | undefined }) {
  const { title, text } = keyVaultFaultWords(fault);
  return (
    <Banner intent="error" title={title}>
      {text} {detail && <span className="quiet">({detail})</span>}
    </Banner>
  );
}
