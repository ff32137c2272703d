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
  adminV2: 'Admin-consent link',
  adminV1: 'Older admin-consent link',
  reporting: 'Link that reports back',
  seed: 'Microsoft’s link',
};

/** One line of a customer's consent history. A kind without words does not compile. */
export function eventWords({ kind, facts }: ConsentEvent): ConsentWords {
  const link = LINKS[facts.link ?? 'adminV2'];
  const how = facts.via === 'pasted' ? 'From a pasted address.' : 'Reported by the browser on this computer.';
  switch (kind) {
    case 'linkMade':
      if (facts.form === 'mail') return { title: 'Mail with the link copied', tone: 'idle' };
      return { title: facts.form === 'list' ? 'Link exported in a list' : `${link} copied`, tone: 'idle' };
    case 'opened':
      return { title: `${link} opened in the browser here`, tone: 'idle' };
    case 'sent':
      return { title: 'Link sent to the customer', tone: 'idle' };
    case 'granted':
      return { title: 'Consent reported', text: `${how} A token proves it.`, tone: 'idle' };
    case 'declined':
      return { title: 'Consent not given', text: declinedText(facts), tone: 'bad' };
    case 'mismatch':
      return {
        title: 'The answer names another tenant',
        text: `${how} It names ${facts.namedTenant ?? 'none'}. That can be forged and is not believed: only a token of this tenant counts.`,
        tone: 'warning',
      };
    case 'ignored':
      return facts.reason === 'used'
        ? { title: 'An answer came a second time', text: 'Its link was answered before. Nothing was changed.', tone: 'warning' }
        : { title: 'An answer came too late', text: 'Its link had expired. Get a token to see how it stands.', tone: 'warning' };
    case 'token':
      return { title: 'Token works', text: roleText('Permissions', facts.roles), tone: 'good' };
    case 'drifted':
      return driftWords(facts);
    case 'revoked':
      return { title: 'Consent withdrawn', text: 'Tokens worked before. Now the app is no longer allowed in this tenant.', tone: 'bad' };
  }
}

/** What the consent page said, and what it means where its number is known. */
function declinedText({ detail, error }: ConsentEvent['facts']): string | undefined {
  const said = detail ?? error;
  const row = entraRow(Number(/AADSTS(\d+)/.exec(said ?? '')?.[1]));
  return row ? `${row.cause} ${row.nextStep} (${said})` : said;
}

function roleText(name: string, roles: readonly string[] | undefined): string {
  return roles && roles.length > 0 ? `${name}: ${roles.join(', ')}` : 'The token cannot be read, so its permissions are not known.';
}

/** What was granted is less than what is needed, was there before, or is asked for now. */
function driftWords({ roles = [], missingRoles, lostRoles, lacking }: ConsentEvent['facts']): ConsentWords {
  const parts: string[] = [];
  if (lostRoles) parts.push(`No longer there: ${lostRoles.join(', ')}.`);
  if (missingRoles) parts.push(`Needed, any one of them: ${missingRoles.join(', ')}.`);
  if (lacking) parts.push(`Asked for by the app and not granted: ${featureList(lacking)}. That needs a new consent.`);
  parts.push(roles.length > 0 ? `In the token: ${roles.join(', ')}.` : 'The token carries none.');
  const bad = missingRoles !== undefined || lostRoles !== undefined;
  return {
    title: bad ? 'Permissions are missing' : 'Granted less than the app asks for',
    text: parts.join(' '),
    tone: bad ? 'bad' : 'warning',
  };
}

/** How asking for a token after a consent stands. */
export function probeWords({ state, attempts, problem }: ConsentProbe): ConsentWords {
  const tries = attempts === 1 ? 'once' : `${attempts} times`;
  const why = problem ? `: ${problemShort(problem.code)}` : '';
  switch (state) {
    case 'asking':
      return { title: 'Asking Entra for a token…', tone: 'idle' };
    case 'waiting':
      return { title: `No usable token yet${why}`, text: 'After a consent this can take a few minutes.', tone: 'idle' };
    case 'works':
      return { title: 'The token works', tone: 'good' };
    case 'stopped':
      return { title: `No token${why}`, text: 'Waiting would not help. The reason is under State.', tone: 'bad' };
    case 'gaveUp':
      return { title: `Still no usable token, asked ${tries}${why}`, text: 'Check with the customer, then check again.', tone: 'bad' };
    case 'cancelled':
      return { title: `Stopped after asking ${tries}`, tone: 'idle' };
  }
}

/** What a pasted address turned out to be. `nameOf` gives a customer's name for its tenant ID. */
export function verdictWords({ verdict, detail, error, tenantId }: ConsentVerdict, nameOf: (tenantId: string) => string): ConsentWords {
  switch (verdict) {
    case 'granted':
      return { title: 'Consent reported', text: 'Tenantry is asking for a token to prove it.', tone: 'good' };
    case 'declined':
      return { title: 'Consent was not given', text: detail ?? error, tone: 'bad' };
    case 'mismatch':
      return {
        title: 'The answer names another tenant',
        text: `It names ${nameOf(tenantId ?? '')}. That can be forged and is not believed; a token of this tenant is being asked for.`,
        tone: 'warning',
      };
    case 'noAddress':
      return { title: 'That is not an address', text: 'Copy all of the browser’s address field, from http to the end.', tone: 'bad' };
    case 'otherAddress':
      return { title: 'That is not where our links end', text: 'It is the address of another page. Nothing was changed.', tone: 'bad' };
    case 'noAnswer':
      return {
        title: 'No answer in this address',
        text: 'It says neither that consent was given nor that it was refused. The browser may have moved on since.',
        tone: 'bad',
      };
    case 'noState':
      return {
        title: 'The answer carries no mark of ours',
        text: 'It comes from Microsoft’s link, so nobody can tell whose it is. Choose “Check now” to ask for a token instead.',
        tone: 'warning',
      };
    case 'unknownState':
      return { title: 'This answer is not to a link of ours', text: 'Its mark is unknown here. Nothing was changed.', tone: 'bad' };
    case 'expiredState':
      return {
        title: 'Its link had expired',
        text: 'Links are good for 14 days. Choose “Check now” to ask for a token instead.',
        tone: 'warning',
      };
    case 'usedState':
      return { title: 'This answer was taken before', text: 'Each link counts once. Nothing was changed.', tone: 'warning' };
    case 'otherTenant':
      return { title: `This answer belongs to ${nameOf(tenantId ?? '')}`, text: 'Paste it there. Nothing was changed.', tone: 'warning' };
  }
}
