import { ENDPOINT_AUDIENCES, plainAudience, type Sample } from '../../../contract/audiences';
import { RESOURCE_APPS, type Surface } from '../../../contract/permissions';
import type { TokenInspection } from '../../../contract/token-inspection';

const API_NAMES = { xdr: 'Microsoft Defender XDR', graph: 'Microsoft Graph', mde: 'Microsoft Defender for Endpoint' } as const;

const SAMPLES: Readonly<Record<Sample, string>> = {
  cSharp: 'The C# sample of Microsoft’s page for partners asks for it.',
  python: 'The Python sample of Microsoft’s page for partners asked for it until it was corrected.',
  curl: 'The curl sample of Microsoft’s page for partners asks for it.',
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
    return { intent: 'warning', title: 'This token does not say what it is for', text: 'It has no audience (aud).' };
  }
  if (resource === null) {
    return {
      intent: wanted ? 'error' : 'warning',
      title: `This token is for neither ${API_NAMES.xdr} nor ${API_NAMES.graph}`,
      text: `Its audience is ${audiences.join(', ')}, which is no API Tenantry works with.`,
    };
  }
  if (resource === 'mde') {
    return {
      intent: 'error',
      title: `This token is for ${API_NAMES.mde}, not for Defender XDR`,
      text: [
        `That is so because its audience is ${audience}, ${nameOf(audience, 'mde')}.`,
        sampleOf(audience),
        'The two are different APIs with permissions of their own, so the incidents of Defender XDR stay closed to it.',
        'Ask for the scope https://api.security.microsoft.com/.default instead.',
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    };
  }
  const fits = wanted === null || wanted === resource;
  return {
    intent: fits ? 'success' : 'error',
    title: `This token is for ${API_NAMES[resource]}${fits ? '' : `, not for ${API_NAMES[wanted]}`}`,
    text: `That is so because its audience is ${audience}, ${nameOf(audience, resource)}.`,
  };
}

/** What kind of name an audience is. */
function nameOf(audience: string, resource: keyof typeof RESOURCE_APPS): string {
  const { appId, name } = RESOURCE_APPS[resource];
  return audience.toLowerCase() === appId ? `the application ID of ${name}` : `an address of ${name}`;
}

function sampleOf(audience: string): string {
  const sample = ENDPOINT_AUDIENCES.find((one) => one.audience === plainAudience(audience))?.sample;
  return sample ? SAMPLES[sample] : '';
}
