import { counted } from '../common/incident-words';

/** "1 tenant", "1,200 tenants". */
export function tenantsCount(count: number): string {
  return `${counted(count)} ${count === 1 ? 'tenant' : 'tenants'}`;
}
