import { i18n } from '@lingui/core';
import type { Feature, Surface } from '../../../contract/permissions';

export const FEATURE_NAMES: Readonly<Record<Feature, string>> = {
  readIncidents: /*i18n*/ 'Read incidents',
  updateIncidents: /*i18n*/ 'Update incidents',
  hunt: /*i18n*/ 'Hunt',
};

export const SURFACE_NAMES: Readonly<Record<Surface, string>> = {
  xdr: 'Defender XDR API',
  graph: 'Microsoft Graph',
};

/** Features inside a sentence. */
export function featureList(features: readonly Feature[]): string {
  return features.map((feature) => i18n.t(FEATURE_NAMES[feature]).toLowerCase()).join(', ');
}
