import type { TenantProfile } from '../../../contract/tenant-profile';
import { Pill } from '../../ui/Pill';

/** Group and tags as chips: the group stands out, what does not fit is in the tooltip. */
export function TenantLabels({ profile: { group, tags } }: { profile: TenantProfile }) {
  if (group === '' && tags.length === 0) return <span className="quiet">–</span>;
  return (
    <span className="labels" title={[group, ...tags].filter((one) => one !== '').join(', ')}>
      {group !== '' && <Pill tone="brand">{group}</Pill>}
      {tags.map((tag) => (
        <Pill key={tag}>{tag}</Pill>
      ))}
    </span>
  );
}
