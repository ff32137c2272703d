import type { SecretStorage } from '../../../contract/app-status';
import type { CertificateFault, Credential } from '../../../contract/credential';

/** What a kind of credential is called. */
export function kindWords({ source }: Credential): string {
  switch (source.kind) {
    case 'secret':
      return 'Client secret';
    case 'certificate':
      return 'Certificate';
  }
}

/** Where the secret part of a credential is. */
export function placeWords({ place, source }: Credential, storage: SecretStorage): string {
  const what = source.kind === 'certificate' ? 'private key' : 'value';
  switch (place) {
    case 'keychain':
      return `The keychain of this computer: ${storage.backend}`;
    case 'session':
      return 'Memory only, until Tenantry closes';
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
