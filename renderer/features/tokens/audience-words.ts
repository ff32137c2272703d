import { i18n } from '@lingui/core';
import { ENDPOINT_AUDIENCES, plainAudience, type Sample } from '../../../contract/audiences';
import { RESOURCE_APPS, type Surface } from '../../../contract/permissions';
import type { TokenInspection } from '../../../contract/token-inspection';

const API_NAMES = {
  xdr: /*i18n*/ 'Microsoft Defender XDR',
  graph: /*i18n*/ 'Microsoft Graph',
  mde: /*i18n*/ 'Microsoft Defender for Endpoint',
} as const;

const SAMPLES: Readonly<Record<Sample, string>> = {
  cSharp: /*i18n*/ 'The C# sample of Microsoft’s page for partners asks for it.',
  python: /*i18n*/ 'The Python sample of Microsoft’s page for partners asked for it until it was corrected.',
  curl: /*i18n*/ 'The curl sample of Microsoft’s page for partners asks for it.',
};

interface AudienceWords {
  intent: 'success' | 'warning' | 'error';
  title: string;
  text: string;
}

/** Which API a token is for, and why; `wanted`: the one it was asked for, null where that is not known. */
export function audienceWords(
  { audiences, resource }: Pick<TokenInspection, 'audiences' | 'resource'>,
  wanted: Surface | null,
): AudienceWords {
  const [audience] = audiences;
  if (audience === undefined) {
    return { intent: 'warning', title: i18n.t('This token does not say what it is for'), text: i18n.t('It has no audience (aud).') };
  }
  if (resource === null) {
    return {
      intent: wanted ? 'error' : 'warning',
      title: i18n.t('This token is for neither {xdr} nor {graph}', { xdr: API_NAMES.xdr, graph: API_NAMES.graph }),
      text: i18n.t('Its audience is {audiences}, which is no API Tenantry works with.', { audiences: audiences.join(', ') }),
    };
  }
  if (resource === 'mde') {
    return {
      intent: 'error',
      title: i18n.t('This token is for {mde}, not for Defender XDR', { mde: API_NAMES.mde }),
      text: [
        i18n.t('That is so because its audience is {audience}, {nameOf}.', { audience, nameOf: nameOf(audience, 'mde') }),
        sampleOf(audience),
        i18n.t('The two are different APIs with permissions of their own, so the incidents of Defender XDR stay closed to it.'),
        i18n.t('Ask for the scope https://api.security.microsoft.com/.default instead.'),
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    };
  }
  const fits = wanted === null || wanted === resource;
  return {
    intent: fits ? 'success' : 'error',
    title: fits
      ? i18n.t('This token is for {api}', { api: API_NAMES[resource] })
      : i18n.t('This token is for {api}, not for {wanted}', { api: API_NAMES[resource], wanted: API_NAMES[wanted] }),
    text: i18n.t('That is so because its audience is {audience}, {nameOf}.', { audience, nameOf: nameOf(audience, resource) }),
  };
}

/** What kind of name an audience is. */
function nameOf(audience: string, resource: keyof typeof RESOURCE_APPS): string {
  const { appId, name } = RESOURCE_APPS[resource];
  return audience.toLowerCase() === appId ? i18n.t('the application ID of {name}', { name }) : i18n.t('an address of {name}', { name });
}

function sampleOf(audience: string): string {
  const sample = ENDPOINT_AUDIENCES.find((one) => one.audience === plainAudience(audience))?.sample;
  return sample ? i18n.t(SAMPLES[sample]) : '';
}
