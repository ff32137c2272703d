import type { Feature, Surface } from '../../../contract/permissions';

export const FEATURE_NAMES: Readonly<Record<Feature, string>> = {
  readIncidents: 'Read incidents',
  updateIncidents: 'Update incidents',
  hunt: 'Hunt',
};

export const SURFACE_NAMES: Readonly<Record<Surface, string>> = {
  xdr: 'Defender XDR API',
  graph: 'Microsoft Graph',
};

/** Features inside a sentence. */
export function featureList(features: readonly Feature[]): string {
  return features.map((feature) => FEATURE_NAMES[feature].toLowerCase()).join(', ');
}
