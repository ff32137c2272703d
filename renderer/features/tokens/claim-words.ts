/** What a name in a token's header means; null for one that is not known here. */
export function headerWords(name: string, text: string): string | null {
  switch (name) {
    case 'typ':
      return 'What kind of token it is: a JSON Web Token.';
    case 'alg':
      return text.toLowerCase() === 'none' ? 'It is not signed at all: nobody vouches for what is in it.' : 'How it is signed.';
    case 'kid':
      return 'Which of Entra’s keys signed it.';
    case 'x5t':
      return 'Thumbprint of the certificate behind the key that signed it.';
    case 'nonce':
      return 'Put in by Microsoft Graph, so that nobody but Graph can check the signature.';
    case 'enc':
      return 'How what is inside is encrypted: only the API it is for can read it.';
    default:
      return null;
  }
}

const CLAIMS: Readonly<Record<string, string>> = {
  aud: 'The API it is for. Any other API has to refuse it.',
  iss: 'Who issued it: Entra, for the tenant whose ID is in the address.',
  tid: 'The tenant whose data it opens.',
  iat: 'When it was issued.',
  nbf: 'Not valid before this moment.',
  exp: 'Not valid after this moment.',
  appid: 'The app it was issued to, by its application (client) ID.',
  azp: 'The app it was issued to, by its application (client) ID.',
  app_displayname: 'What the app is called.',
  roles: 'What the app may do there by itself: the application permissions the customer consented to.',
  scp: 'What the app may do there in the name of the person who signed in.',
  wids: 'Directory roles of the person, by the ID of each role’s template.',
  groups: 'Groups the person is in.',
  oid: 'The ID in that tenant of who is asking: the app’s service principal there, or the person.',
  sub: 'Who is asking, under an ID that only this API sees.',
  idp: 'Who signed the caller in. Another tenant than the token’s means a guest.',
  ver: 'Version of the token’s form. The API decides it, not the address that was asked.',
  name: 'The person’s name, for display only.',
  given_name: 'The person’s first name.',
  family_name: 'The person’s last name.',
  upn: 'The person’s sign-in name.',
  unique_name: 'A name to show for the person. It can change hands.',
  preferred_username: 'A name to show for the person. It can change.',
  email: 'The person’s mail address, as the directory has it.',
  amr: 'How the person proved who they are.',
  acr: 'Whether the person’s sign-in meets a standard of old; 0 says no.',
  auth_time: 'When the person last signed in.',
  ipaddr: 'The address the token was asked for from.',
  nonce: 'Ties it to one request, so that it cannot be played back.',
  uti: 'The ID of this very token. Sign-in logs name it.',
  rh: 'Used inside Entra.',
  aio: 'Used inside Entra.',
  xms_tcdt: 'When the tenant was made.',
  xms_tdbr: 'The region the tenant’s directory is kept in.',
  tenant_region_scope: 'The region of the tenant.',
  xms_cc: 'What the client can deal with, such as a token being withdrawn before its time.',
  deviceid: 'The device it was asked for on.',
  onprem_sid: 'The person’s ID in the directory on their own premises.',
  puid: 'An ID of the person inside Microsoft.',
  sid: 'The sign-in session.',
};

/** What a claim means, and its value where the value needs words; null for one that is not known here. */
export function claimWords(name: string, text: string): string | null {
  if (name === 'appidacr' || name === 'azpacr') return `How the app proved itself: ${proofWords(text)}.`;
  if (name === 'idtyp') return text === 'app' ? 'An app without a user.' : 'Whether an app or a person is asking.';
  if (Object.hasOwn(CLAIMS, name)) return CLAIMS[name] ?? null;
  return name.startsWith('xms_') ? 'Used inside Microsoft’s services.' : null;
}

function proofWords(text: string): string {
  switch (text) {
    case '0':
      return 'it did not, as a public client';
    case '1':
      return 'by a client secret';
    case '2':
      return 'by a certificate';
    default:
      return `in a way not known here (${text})`;
  }
}
