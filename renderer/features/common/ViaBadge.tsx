import type { TenantHealth } from '../../../contract/tenant';
import { Pill } from '../../ui/Pill';
import { fallOverSentence, fellOver, viaWords } from './surface-words';

/** Says that a tenant is not read over the surface preferred, with the reason behind it. Nothing where it is. */
export function ViaBadge({ health }: { health: TenantHealth }) {
  const use = fellOver(health);
  if (!use) return null;
  return (
    <Pill tone="brand" title={fallOverSentence(use)}>
      {viaWords(use.surface)}
    </Pill>
  );
}
