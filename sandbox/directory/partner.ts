import { Random } from '../random/random';
import type { SandboxPartner } from '../types';

const SECRET_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-';

/** Shaped like Entra's client secrets: 40 characters, with `Q~` in the fifth and sixth place. */
function secret(random: Random): string {
  const characters = (count: number) => Array.from({ length: count }, () => random.pick(Array.from(SECRET_CHARACTERS))).join('');
  return `${characters(3)}8Q~${characters(34)}`;
}

export const PARTNER_APP_NAME = 'Northgate Incident Desk';
export const WRITE_APP_NAME = 'Northgate Incident Response';

/** From a sequence of its own, so that the others stay what they were. */
function writeAppOf(seed: number): SandboxPartner['writeApp'] {
  const random = new Random(`${seed}:write-app`);
  return { clientId: random.guid(), clientSecret: secret(random) };
}

/** The partner's registrations. From the seed, so that what an app remembers of the sandbox still fits after a restart. */
export function partnerOf(seed: number, homeTenantId: string): SandboxPartner {
  const random = new Random(`${seed}:partner`);
  return {
    clientId: random.guid(),
    homeTenantId,
    clientSecret: secret(random),
    secretId: random.guid(),
    writeApp: writeAppOf(seed),
    expiredApp: { clientId: random.guid(), clientSecret: secret(random) },
  };
}
