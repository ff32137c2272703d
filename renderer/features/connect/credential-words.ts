import { i18n } from '@lingui/core';
import type { SecretStorage } from '../../../contract/app-status';
import type { CertificateFault, Credential, KeyVaultFault } from '../../../contract/credential';

/** What a kind of credential is called. */
export function kindWords({ source }: Credential): string {
  switch (source.kind) {
    case 'secret':
      return i18n.t('Client secret');
    case 'certificate':
      return i18n.t('Certificate');
    case 'keyVault':
      return i18n.t('Azure Key Vault');
  }
}

/** Where the secret part of a credential is. */
export function placeWords({ place, source }: Credential, storage: SecretStorage): string {
  const what = source.kind === 'certificate' ? i18n.t('private key') : i18n.t('value');
  if (source.kind === 'keyVault' && place === 'session') return i18n.t('Azure Key Vault; read into memory until Tenantry closes');
  switch (place) {
    case 'keychain':
      return i18n.t('The keychain of this computer: {backend}', { backend: storage.backend });
    case 'session':
      return i18n.t('Memory only, until Tenantry closes');
    case 'keyVault':
      return i18n.t('Azure Key Vault; not read in this session');
    case 'missing':
      return i18n.t('Nowhere: the keychain has no {what} for it', { what });
  }
}

/** Where a credential that is added now will be kept. */
export function willBeKeptWords(storage: SecretStorage): string {
  return storage.mode === 'keychain'
    ? i18n.t('It will be kept in {backend}.', { backend: storage.backend })
    : i18n.t('It will be kept in memory only, until Tenantry closes: there is no keychain to keep it in.');
}

/** Why a chosen file is no credential, and what to do. */
export function certificateFaultWords(fault: CertificateFault): { title: string; text: string } {
  switch (fault) {
    case 'unreadable':
      return { title: i18n.t('The file cannot be read'), text: i18n.t('Check that you may read it and that it is still there.') };
    case 'notACertificate':
      return {
        title: i18n.t('This is not a certificate'),
        text: i18n.t('Choose a PFX file, or a PEM file with a certificate and its private key.'),
      };
    case 'tooLarge':
      return {
        title: i18n.t('The file is too large for a certificate'),
        text: i18n.t('A certificate with its key takes a few kilobytes. Choose another file.'),
      };
    case 'unsupported':
      return {
        title: i18n.t('The file is protected in a way Tenantry cannot open'),
        text: i18n.t('Export the certificate again as PFX with AES-256 or TripleDES, or as PEM.'),
      };
    case 'wrongPassword':
      return {
        title: i18n.t('Wrong password'),
        text: i18n.t('The password does not open the file. Import it again and type the password it was exported with.'),
      };
    case 'noKey':
      return {
        title: i18n.t('The certificate comes without its private key'),
        text: i18n.t('Choose the certificate and its key file together, or export it again as PFX with the private key.'),
      };
    case 'noCertificate':
      return {
        title: i18n.t('The private key comes without its certificate'),
        text: i18n.t('Choose the key and its certificate file together.'),
      };
    case 'keyMismatch':
      return {
        title: i18n.t('The private key does not belong to this certificate'),
        text: i18n.t('Choose the key that this very certificate was made with.'),
      };
    case 'notRsa':
      return {
        title: i18n.t('Entra ID does not take this kind of key'),
        text: i18n.t('The key has to be RSA with 2048 bits or more. Make a new certificate with such a key.'),
      };
    case 'expired':
      return {
        title: i18n.t('The certificate has expired'),
        text: i18n.t('Entra ID does not accept it any more. Import or make a new one.'),
      };
    case 'notYetValid':
      return {
        title: i18n.t('The certificate is not valid yet'),
        text: i18n.t('Import it on its first day, or check the clock of this computer.'),
      };
  }
}

/** Why a credential did not come from Key Vault, and what to do. */
export function keyVaultFaultWords(fault: KeyVaultFault): { title: string; text: string } {
  switch (fault) {
    case 'badIdentifier':
      return {
        title: i18n.t('This is not a secret identifier'),
        text: i18n.t(
          'Copy it from the secret in Key Vault. It looks like https://my-vault.vault.azure.net/secrets/my-secret, with or without a version.',
        ),
      };
    case 'otherCloud':
      return {
        title: i18n.t('This vault is in another cloud'),
        text: i18n.t('The vault has to be in the cloud the app is registered in.'),
      };
    case 'noSignIn':
      return {
        title: i18n.t('Nobody can sign in to this cloud'),
        text: i18n.t('Key Vault needs a login service over https. The sandbox has none.'),
      };
    case 'signInFailed':
      return {
        title: i18n.t('The sign-in did not succeed'),
        text: i18n.t('Try again, and sign in with an account of your own tenant that may read the secret.'),
      };
    case 'unreachable':
      return {
        title: i18n.t('Key Vault or the login service cannot be reached'),
        text: i18n.t('Check the network, the proxy and the vault’s firewall, then try again.'),
      };
    case 'forbidden':
      return {
        title: i18n.t('You may not read this secret'),
        text: i18n.t(
          'Ask for the role Key Vault Secrets User on it, or for the access policy Get on secrets, and for access through the vault’s firewall.',
        ),
      };
    case 'notFound':
      return {
        title: i18n.t('There is no such secret'),
        text: i18n.t('Check the name and the version; the secret may have been deleted.'),
      };
    case 'disabled':
      return {
        title: i18n.t('The secret is disabled or outside its time'),
        text: i18n.t('Enable it in Key Vault, or use its newest version.'),
      };
    case 'refused':
      return { title: i18n.t('Key Vault refused'), text: i18n.t('Read what it said, and try again later.') };
    case 'notACredential':
      return {
        title: i18n.t('What is kept there is no credential'),
        text: i18n.t('It has to be a client secret, or a certificate with an exportable RSA key of 2048 bits or more that is valid now.'),
      };
  }
}
