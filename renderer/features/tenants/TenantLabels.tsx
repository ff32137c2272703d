import type { TenantProfile } from '../../../contract/tenant-profile';
import { Pill } from '../../ui/Pill';

/** As many as the column has room for; the others are counted. */
const MOST_TAGS = 2;

/** Group and tags as chips: the group stands out, and all of them are in the tooltip. */
export function TenantLabels({ profile: { group, tags } }: { profile: TenantProfile }) {
  if (group === '' && tags.length === 0) return <span className="quiet">–</span>;
  return (
    <span className="labels" title={[group, ...tags].filter((one) => one !== '').join(', ')}>
      {group !== '' && <Pill tone="brand">{group}</Pill>}
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <Pill key={tag}>{tag}</Pill>
      ))}
      {tags.length > MOST_TAGS && <span className="quiet">+{tags.length - MOST_TAGS}</span>}
    </span>
  );
}
