import type { SecretStorage } from '../../../contract/app-status';
import type { CertificateFault, Credential, KeyVaultFault } from '../../../contract/credential';

/** What a kind of credential is called. */
export function kindWords({ source }: Credential): string {
  switch (source.kind) {
    case 'secret':
      return 'Client secret';
    case 'certificate':
      return 'Certificate';
    case 'keyVault':
      return 'Azure Key Vault';
  }
}

/** Where the secret part of a credential is. */
export function placeWords({ place, source }: Credential, storage: SecretStorage): string {
  const what = source.kind === 'certificate' ? 'private key' : 'value';
  if (source.kind === 'keyVault' && place === 'session') return 'Azure Key Vault; read into memory until Tenantry closes';
  switch (place) {
    case 'keychain':
      return `The keychain of this computer: ${storage.backend}`;
    case 'session':
      return 'Memory only, until Tenantry closes';
    case 'keyVault':
      return 'Azure Key Vault; not read in this session';
    case 'missing':
      return `Nowhere: the keychain has no ${what} for it`;
  }
}

/** Where a credential that is added now will be kept. */
export function willBeKeptWords(storage: SecretStorage): string {
  return storage.mode === 'keychain'
    ? `It will be kept in ${storage.backend}.`
    : 'It will be kept in memory only, until Tenantry closes: there is no keychain to keep it in.';
}

/** Why a chosen file is no credential, and what to do. */
export function certificateFaultWords(fault: CertificateFault): { title: string; text: string } {
  switch (fault) {
    case 'unreadable':
      return { title: 'The file cannot be read', text: 'Check that you may read it and that it is still there.' };
    case 'notACertificate':
      return { title: 'This is not a certificate', text: 'Choose a PFX file, or a PEM file with a certificate and its private key.' };
    case 'tooLarge':
      return {
        title: 'The file is too large for a certificate',
        text: 'A certificate with its key takes a few kilobytes. Choose another file.',
      };
    case 'unsupported':
      return {
        title: 'The file is protected in a way Tenantry cannot open',
        text: 'Export the certificate again as PFX with AES-256 or TripleDES, or as PEM.',
      };
    case 'wrongPassword':
      return {
        title: 'Wrong password',
        text: 'The password does not open the file. Import it again and type the password it was exported with.',
      };
    case 'noKey':
      return {
        title: 'The certificate comes without its private key',
        text: 'Choose the certificate and its key file together, or export it again as PFX with the private key.',
      };
    case 'noCertificate':
      return { title: 'The private key comes without its certificate', text: 'Choose the key and its certificate file together.' };
    case 'keyMismatch':
      return {
        title: 'The private key does not belong to this certificate',
        text: 'Choose the key that this very certificate was made with.',
      };
    case 'notRsa':
      return {
        title: 'Entra ID does not take this kind of key',
        text: 'The key has to be RSA with 2048 bits or more. Make a new certificate with such a key.',
      };
    case 'expired':
      return { title: 'The certificate has expired', text: 'Entra ID does not accept it any more. Import or make a new one.' };
    case 'notYetValid':
      return { title: 'The certificate is not valid yet', text: 'Import it on its first day, or check the clock of this computer.' };
  }
}

/** Why a credential did not come from Key Vault, and what to do. */
export function keyVaultFaultWords(fault: KeyVaultFault): { title: string; text: string } {
  switch (fault) {
    case 'badIdentifier':
      return {
        title: 'This is not a secret identifier',
        text: 'Copy it from the secret in Key Vault. It looks like https://my-vault.vault.azure.net/secrets/my-secret, with or without a version.',
      };
    case 'otherCloud':
      return { title: 'This vault is in another cloud', text: 'The vault has to be in the cloud the app is registered in.' };
    case 'noSignIn':
      return { title: 'Nobody can sign in to this cloud', text: 'Key Vault needs a login service over https. The sandbox has none.' };
    case 'signInFailed':
      return {
        title: 'The sign-in did not succeed',
        text: 'Try again, and sign in with an account of your own tenant that may read the secret.',
      };
    case 'unreachable':
      return {
        title: 'Key Vault or the login service cannot be reached',
        text: 'Check the network, the proxy and the vault’s firewall, then try again.',
      };
    case 'forbidden':
      return {
        title: 'You may not read this secret',
        text: 'Ask for the role Key Vault Secrets User on it, or for the access policy Get on secrets, and for access through the vault’s firewall.',
      };
    case 'notFound':
      return { title: 'There is no such secret', text: 'Check the name and the version; the secret may have been deleted.' };
    case 'disabled':
      return { title: 'The secret is disabled or outside its time', text: 'Enable it in Key Vault, or use its newest version.' };
    case 'refused':
      return { title: 'Key Vault refused', text: 'Read what it said, and try again later.' };
    case 'notACredential':
      return {
        title: 'What is kept there is no credential',
        text: 'It has to be a client secret, or a certificate with an exportable RSA key of 2048 bits or more that is valid now.',
      };
  }
}
