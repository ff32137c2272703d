import { i18n } from '@lingui/core';

/** What a name in a token's header means; null for one that is not known here. */
export function headerWords(name: string, text: string): string | null {
  switch (name) {
    case 'typ':
      return i18n.t('What kind of token it is: a JSON Web Token.');
    case 'alg':
      return text.toLowerCase() === 'none'
        ? i18n.t('It is not signed at all: nobody vouches for what is in it.')
        : i18n.t('How it is signed.');
    case 'kid':
      return i18n.t('Which of Entra’s keys signed it.');
    case 'x5t':
      return i18n.t('Thumbprint of the certificate behind the key that signed it.');
    case 'nonce':
      return i18n.t('Put in by Microsoft Graph, so that nobody but Graph can check the signature.');
    case 'enc':
      return i18n.t('How what is inside is encrypted: only the API it is for can read it.');
    default:
      return null;
  }
}

const CLAIMS: Readonly<Record<string, string>> = {
  aud: /*i18n*/ 'The API it is for. Any other API has to refuse it.',
  iss: /*i18n*/ 'Who issued it: Entra, for the tenant whose ID is in the address.',
  tid: /*i18n*/ 'The tenant whose data it opens.',
  iat: /*i18n*/ 'When it was issued.',
  nbf: /*i18n*/ 'Not valid before this moment.',
  exp: /*i18n*/ 'Not valid after this moment.',
  appid: /*i18n*/ 'The app it was issued to, by its application (client) ID.',
  azp: /*i18n*/ 'The app it was issued to, by its application (client) ID.',
  app_displayname: /*i18n*/ 'What the app is called.',
  roles: /*i18n*/ 'What the app may do there by itself: the application permissions the customer consented to.',
  scp: /*i18n*/ 'What the app may do there in the name of the person who signed in.',
  wids: /*i18n*/ 'Directory roles of the person, by the ID of each role’s template.',
  groups: /*i18n*/ 'Groups the person is in.',
  oid: /*i18n*/ 'The ID in that tenant of who is asking: the app’s service principal there, or the person.',
  sub: /*i18n*/ 'Who is asking, under an ID that only this API sees.',
  idp: /*i18n*/ 'Who signed the caller in. Another tenant than the token’s means a guest.',
  ver: /*i18n*/ 'Version of the token’s form. The API decides it, not the address that was asked.',
  name: /*i18n*/ 'The person’s name, for display only.',
  given_name: /*i18n*/ 'The person’s first name.',
  family_name: /*i18n*/ 'The person’s last name.',
  upn: /*i18n*/ 'The person’s sign-in name.',
  unique_name: /*i18n*/ 'A name to show for the person. It can change hands.',
  preferred_username: /*i18n*/ 'A name to show for the person. It can change.',
  email: /*i18n*/ 'The person’s mail address, as the directory has it.',
  amr: /*i18n*/ 'How the person proved who they are.',
  acr: /*i18n*/ 'Whether the person’s sign-in meets a standard of old; 0 says no.',
  auth_time: /*i18n*/ 'When the person last signed in.',
  ipaddr: /*i18n*/ 'The address the token was asked for from.',
  nonce: /*i18n*/ 'Ties it to one request, so that it cannot be played back.',
  uti: /*i18n*/ 'The ID of this very token. Sign-in logs name it.',
  rh: /*i18n*/ 'Used inside Entra.',
  aio: /*i18n*/ 'Used inside Entra.',
  xms_tcdt: /*i18n*/ 'When the tenant was made.',
  xms_tdbr: /*i18n*/ 'The region the tenant’s directory is kept in.',
  tenant_region_scope: /*i18n*/ 'The region of the tenant.',
  xms_cc: /*i18n*/ 'What the client can deal with, such as a token being withdrawn before its time.',
  deviceid: /*i18n*/ 'The device it was asked for on.',
  onprem_sid: /*i18n*/ 'The person’s ID in the directory on their own premises.',
  puid: /*i18n*/ 'An ID of the person inside Microsoft.',
  sid: /*i18n*/ 'The sign-in session.',
};

/** What a claim means, and its value where the value needs words; null for one that is not known here. */
export function claimWords(name: string, text: string): string | null {
  if (name === 'appidacr' || name === 'azpacr') return i18n.t('How the app proved itself: {proof}.', { proof: proofWords(text) });
  if (name === 'idtyp') return text === 'app' ? i18n.t('An app without a user.') : i18n.t('Whether an app or a person is asking.');
  if (Object.hasOwn(CLAIMS, name)) return CLAIMS[name] === undefined ? null : i18n.t(CLAIMS[name]);
  return name.startsWith('xms_') ? i18n.t('Used inside Microsoft’s services.') : null;
}

function proofWords(text: string): string {
  switch (text) {
    case '0':
      return i18n.t('it did not, as a public client');
    case '1':
      return i18n.t('by a client secret');
    case '2':
      return i18n.t('by a certificate');
    default:
      return i18n.t('in a way not known here ({text})', { text });
  }
}
