import { i18n } from '@lingui/core';
import type { ConsentEvent, ConsentLinkKind, ConsentProbe, ConsentVerdict } from '../../../contract/consent';
import { entraRow } from '../../../contract/entra-codes';
import { featureList } from '../common/permission-words';
import { problemShort } from '../common/problem-words';

export type ConsentTone = 'good' | 'bad' | 'warning' | 'idle';

export interface ConsentWords {
  title: string;
  text?: string;
  tone: ConsentTone;
}

const LINKS: Record<ConsentLinkKind, string> = {
  adminV2: /*i18n*/ 'Admin-consent link',
  adminV1: /*i18n*/ 'Older admin-consent link',
  reporting: /*i18n*/ 'Link that reports back',
  seed: /*i18n*/ 'Microsoft’s link',
};

/** One line of a customer's consent history. A kind without words does not compile. */
export function eventWords({ kind, facts }: ConsentEvent): ConsentWords {
  const link = i18n.t(LINKS[facts.link ?? 'adminV2']);
  const how = facts.via === 'pasted' ? i18n.t('From a pasted address.') : i18n.t('Reported by the browser on this computer.');
  switch (kind) {
    case 'linkMade':
      if (facts.form === 'mail') return { title: i18n.t('Mail with the link copied'), tone: 'idle' };
      return { title: facts.form === 'list' ? i18n.t('Link exported in a list') : i18n.t('{link} copied', { link }), tone: 'idle' };
    case 'opened':
      return { title: i18n.t('{link} opened in the browser here', { link }), tone: 'idle' };
    case 'sent':
      return { title: i18n.t('Link sent to the customer'), tone: 'idle' };
    case 'granted':
      return { title: i18n.t('Consent reported'), text: i18n.t('{how} A token proves it.', { how }), tone: 'idle' };
    case 'declined':
      return { title: i18n.t('Consent not given'), text: declinedText(facts), tone: 'bad' };
    case 'mismatch':
      return {
        title: i18n.t('The answer names another tenant'),
        text: i18n.t('{how} It names {namedTenant}. That can be forged and is not believed: only a token of this tenant counts.', {
          how,
          namedTenant: facts.namedTenant ?? 'none',
        }),
        tone: 'warning',
      };
    case 'ignored':
      return facts.reason === 'used'
        ? {
            title: i18n.t('An answer came a second time'),
            text: i18n.t('Its link was answered before. Nothing was changed.'),
            tone: 'warning',
          }
        : {
            title: i18n.t('An answer came too late'),
            text: i18n.t('Its link had expired. Get a token to see how it stands.'),
            tone: 'warning',
          };
    case 'token':
      return { title: i18n.t('Token works'), text: roleText(i18n.t('Permissions'), facts.roles), tone: 'good' };
    case 'drifted':
      return driftWords(facts);
    case 'revoked':
      return {
        title: i18n.t('Consent withdrawn'),
        text: i18n.t('Tokens worked before. Now the app is no longer allowed in this tenant.'),
        tone: 'bad',
      };
  }
}

/** What the consent page said, and what it means where its number is known. */
function declinedText({ detail, error }: ConsentEvent['facts']): string | undefined {
  const said = detail ?? error;
  const row = entraRow(Number(/AADSTS(\d+)/.exec(said ?? '')?.[1]));
  return row ? `${i18n.t(row.cause)} ${i18n.t(row.nextStep)} (${said})` : said;
}

function roleText(name: string, roles: readonly string[] | undefined): string {
  return roles && roles.length > 0 ? `${name}: ${roles.join(', ')}` : i18n.t('The token cannot be read, so its permissions are not known.');
}

/** What was granted is less than what is needed, was there before, or is asked for now. */
function driftWords({ roles = [], missingRoles, lostRoles, lacking }: ConsentEvent['facts']): ConsentWords {
  const parts: string[] = [];
  if (lostRoles) parts.push(i18n.t('No longer there: {lostRoles}.', { lostRoles: lostRoles.join(', ') }));
  if (missingRoles) parts.push(i18n.t('Needed, any one of them: {missingRoles}.', { missingRoles: missingRoles.join(', ') }));
  if (lacking)
    parts.push(
      i18n.t('Asked for by the app and not granted: {featureList}. That needs a new consent.', { featureList: featureList(lacking) }),
    );
  parts.push(roles.length > 0 ? i18n.t('In the token: {roles}.', { roles: roles.join(', ') }) : i18n.t('The token carries none.'));
  const bad = missingRoles !== undefined || lostRoles !== undefined;
  return {
    title: bad ? i18n.t('Permissions are missing') : i18n.t('Granted less than the app asks for'),
    text: parts.join(' '),
    tone: bad ? 'bad' : 'warning',
  };
}

/** How asking for a token after a consent stands. */
export function probeWords({ state, attempts, problem }: ConsentProbe): ConsentWords {
  const tries = i18n.t('{attempts, plural, one {once} other {# times}}', { attempts });
  const why = problem ? `: ${problemShort(problem.code)}` : '';
  switch (state) {
    case 'asking':
      return { title: i18n.t('Asking Entra for a token…'), tone: 'idle' };
    case 'waiting':
      return {
        title: i18n.t('No usable token yet{why}', { why }),
        text: i18n.t('After a consent this can take a few minutes.'),
        tone: 'idle',
      };
    case 'works':
      return { title: i18n.t('The token works'), tone: 'good' };
    case 'stopped':
      return { title: i18n.t('No token{why}', { why }), text: i18n.t('Waiting would not help. The reason is under State.'), tone: 'bad' };
    case 'gaveUp':
      return {
        title: i18n.t('Still no usable token, asked {tries}{why}', { tries, why }),
        text: i18n.t('Check with the customer, then check again.'),
        tone: 'bad',
      };
    case 'cancelled':
      return { title: i18n.t('Stopped after asking {tries}', { tries }), tone: 'idle' };
  }
}

/** What a pasted address turned out to be. `nameOf` gives a customer's name for its tenant ID. */
export function verdictWords({ verdict, detail, error, tenantId }: ConsentVerdict, nameOf: (tenantId: string) => string): ConsentWords {
  switch (verdict) {
    case 'granted':
      return { title: i18n.t('Consent reported'), text: i18n.t('Tenantry is asking for a token to prove it.'), tone: 'good' };
    case 'declined':
      return { title: i18n.t('Consent was not given'), text: detail ?? error, tone: 'bad' };
    case 'mismatch':
      return {
        title: i18n.t('The answer names another tenant'),
        text: i18n.t('It names {nameOf}. That can be forged and is not believed; a token of this tenant is being asked for.', {
          nameOf: nameOf(tenantId ?? ''),
        }),
        tone: 'warning',
      };
    case 'noAddress':
      return {
        title: i18n.t('That is not an address'),
        text: i18n.t('Copy all of the browser’s address field, from http to the end.'),
        tone: 'bad',
      };
    case 'otherAddress':
      return {
        title: i18n.t('That is not where our links end'),
        text: i18n.t('It is the address of another page. Nothing was changed.'),
        tone: 'bad',
      };
    case 'noAnswer':
      return {
        title: i18n.t('No answer in this address'),
        text: i18n.t('It says neither that consent was given nor that it was refused. The browser may have moved on since.'),
        tone: 'bad',
      };
    case 'noState':
      return {
        title: i18n.t('The answer carries no mark of ours'),
        text: i18n.t('It comes from Microsoft’s link, so nobody can tell whose it is. Choose “Check now” to ask for a token instead.'),
        tone: 'warning',
      };
    case 'unknownState':
      return {
        title: i18n.t('This answer is not to a link of ours'),
        text: i18n.t('Its mark is unknown here. Nothing was changed.'),
        tone: 'bad',
      };
    case 'expiredState':
      return {
        title: i18n.t('Its link had expired'),
        text: i18n.t('Links are good for 14 days. Choose “Check now” to ask for a token instead.'),
        tone: 'warning',
      };
    case 'usedState':
      return {
        title: i18n.t('This answer was taken before'),
        text: i18n.t('Each link counts once. Nothing was changed.'),
        tone: 'warning',
      };
    case 'otherTenant':
      return {
        title: i18n.t('This answer belongs to {nameOf}', { nameOf: nameOf(tenantId ?? '') }),
        text: i18n.t('Paste it there. Nothing was changed.'),
        tone: 'warning',
      };
  }
}
