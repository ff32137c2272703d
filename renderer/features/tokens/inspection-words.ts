import { i18n } from '@lingui/core';
import type { SignatureCheck, TokenFault, TokenFinding } from '../../../contract/token-inspection';

interface Words {
  intent: 'info' | 'warning' | 'error' | 'success';
  title: string;
  text: string;
}

const words = (intent: Words['intent'], title: string, text: string): Words => ({ intent, title, text });

/** What is odd about a token, and what that means. */
export function findingWords(finding: TokenFinding): Words {
  switch (finding) {
    case 'wrongTenant':
      return words(
        'error',
        i18n.t('It is of another tenant than asked for'),
        i18n.t('It was not used, and must not be: it opens another customer’s data.'),
      );
    case 'issuerOfOtherTenant':
      return words(
        'error',
        i18n.t('Issuer and tenant do not agree'),
        i18n.t('The issuer (iss) names another tenant than tid does. Entra does not issue such a token.'),
      );
    case 'issuerUnknown':
      return words(
        'warning',
        i18n.t('The issuer is not known here'),
        i18n.t('The issuer (iss) is none of those the clouds of this profile name.'),
      );
    case 'expired':
      return words('warning', i18n.t('It has expired'), i18n.t('No API takes it any more. Ask for a new one.'));
    case 'notYetValid':
      return words(
        'warning',
        i18n.t('It is not valid yet'),
        i18n.t('If it was issued just now, the clock of this computer or of the other one is wrong.'),
      );
    case 'unsigned':
      return words('error', i18n.t('It is not signed'), i18n.t('Anyone can have written what is in it. Entra issues no such token.'));
    case 'signatureCutOff':
      return words(
        'warning',
        i18n.t('Its end is missing'),
        i18n.t('The signature is shorter than it has to be: it was not copied whole. An API would refuse it.'),
      );
    case 'idToken':
      return words(
        'warning',
        i18n.t('This is an ID token, not an access token'),
        i18n.t('Its audience is your own app. It tells the app who signed in and opens no API.'),
      );
    case 'otherApp':
      return words(
        'warning',
        i18n.t('It names another app than yours'),
        i18n.t('It was issued to another client ID than the one it was asked for with.'),
      );
    case 'noPermissions':
      return words(
        'warning',
        i18n.t('It carries no permission at all'),
        i18n.t('It has neither roles nor scopes: nothing was granted on this API, or the consent has not reached it yet.'),
      );
  }
}

/** Why a text is no token that can be read. `own`: one Tenantry holds, which no one can have copied wrong. */
export function faultWords({ code, part }: TokenFault, own: boolean): Words {
  const where =
    part === 'claims'
      ? i18n.t('The second part (the claims)')
      : part === 'signature'
        ? i18n.t('The third part (the signature)')
        : i18n.t('The first part (the header)');
  switch (code) {
    case 'empty':
      return words('info', i18n.t('There is nothing to read'), i18n.t('Paste a token first.'));
    case 'tooLong':
      return words('error', i18n.t('This is too long for a token'), i18n.t('Tokens of Microsoft’s APIs are shorter than 64 KB.'));
    case 'opaque':
      return own
        ? words(
            'info',
            i18n.t('This token cannot be read'),
            i18n.t('Microsoft allows itself that. It is used all the same; the API decides.'),
          )
        : words(
            'error',
            i18n.t('This is not a JSON Web Token'),
            i18n.t(
              'Such a token begins with “ey” and has three parts with dots between them. It may be a token that only its API can read, or something else, such as a client secret.',
            ),
          );
    case 'encrypted':
      return words(
        'warning',
        i18n.t('This token is encrypted'),
        i18n.t('It has five parts (JWE), and only the API it is for can open it. Its header is below.'),
      );
    case 'truncated':
      return words(
        'error',
        i18n.t('This token was cut off'),
        part === 'header'
          ? i18n.t('It ends in its first part, the header: it was not copied whole.')
          : i18n.t('It ends in its second part, the claims: it was not copied whole.'),
      );
    case 'notBase64':
      return words(
        'error',
        i18n.t('This token is damaged'),
        i18n.t('{where} is not base64url: a character in it does not belong there, or some are missing.', { where }),
      );
    case 'notJson':
      return words(
        'error',
        i18n.t('This token is damaged'),
        i18n.t('{where} can be decoded, but what is in it is no JSON object.', { where }),
      );
  }
}

/** What the published keys say of the signature. */
export function signatureWords({ outcome, why }: SignatureCheck): Words {
  if (outcome === 'valid')
    return words(
      'success',
      i18n.t('The signature fits'),
      i18n.t('A key this tenant’s Entra publishes signed exactly this header and these claims.'),
    );
  if (outcome === 'invalid')
    return words(
      'error',
      i18n.t('The signature does not fit'),
      i18n.t('It was changed after it was signed, or not signed by this tenant’s Entra.'),
    );
  return words('info', i18n.t('The signature could not be checked'), whyUnknown(why));
}

function whyUnknown(why: SignatureCheck['why']): string {
  switch (why) {
    case 'unreachable':
      return i18n.t('The tenant’s public keys could not be fetched. This says nothing about the token.');
    case 'dropped':
      return i18n.t('The token was refused and is not held any more.');
    case 'unsigned':
      return i18n.t('It has no signature.');
    case 'noTenant':
      return i18n.t('It names no tenant whose keys could be asked for.');
    case 'issuerUnknown':
      return i18n.t('Its issuer belongs to no cloud of this profile, and nobody else is asked for keys.');
    case 'noSuchKey':
      return i18n.t('The tenant publishes no key with this ID (kid). Keys are replaced from time to time; an old token outlives its key.');
    case 'algorithm':
      return i18n.t('It is signed in a way that public keys cannot check.');
    case 'protected':
      return i18n.t('Microsoft Graph’s tokens can be checked by Graph alone: it changes a value of the header after signing.');
    case 'unreadable':
    case undefined:
      return i18n.t('The token cannot be read.');
  }
}
