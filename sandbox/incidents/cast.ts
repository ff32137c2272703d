import type { Tenant } from '../directory/tenants';
import { Random } from '../random/random';

const GIVEN = [
  'Asta',
  'Bruno',
  'Chiara',
  'Dalia',
  'Emeka',
  'Farid',
  'Greta',
  'Hanna',
  'Ivo',
  'Jonas',
  'Keiko',
  'Leila',
  'Mateo',
  'Nadia',
  'Oskar',
  'Priya',
  'Rosa',
  'Sami',
  'Tove',
  'Yusuf',
];
const FAMILY = [
  'Andersson',
  'Boateng',
  'Castillo',
  'Dietrich',
  'Eklund',
  'Farrell',
  'Gupta',
  'Haddad',
  'Ito',
  'Jansen',
  'Kowalski',
  'Lindqvist',
  'Moreau',
  'Novak',
  'Okafor',
  'Petrov',
  'Rinaldi',
  'Sato',
  'Tanaka',
  'Weber',
];
const MALWARE = ['Quillmoth', 'Grimwick', 'Tarnlock', 'Vexpine', 'Ashcaller', 'Dustlark', 'Oxbind'];
const FILES = [
  'invoice_0923.pdf.exe',
  'update-helper.exe',
  'winlogd.dll',
  'Scan_2217.js',
  'remit advice.lnk',
  'svchostx.exe',
  'setup_codec.msi',
  'rq.ps1',
];
const FOLDERS = [
  'C:\\Users\\{account}\\Downloads',
  'C:\\ProgramData\\Updates',
  'C:\\Users\\{account}\\AppData\\Local\\Temp',
  'C:\\Windows\\Temp',
];
const GROUPS = ['Domain Admins', 'Enterprise Admins', 'Backup Operators', 'Exchange Organization Management'];
const HOSTS = ['cdn-login.invalid', 'files.parcel-status.invalid', 'mail-secure.invalid', 'docs-share.test', 'api.telemetry-sync.invalid'];

export interface Person {
  name: string;
  account: string;
  upn: string;
  sid: string;
  objectId: string;
}

/** The people and things one incident is about, so that its name, alerts and entities speak of the same. */
export interface Cast {
  user: Person;
  device: string;
  deviceId: string;
  file: string;
  folder: string;
  ip: string;
  host: string;
  family: string;
  group: string;
  sender: string;
}

/** One of a tenant's 24 people. */
function person(tenant: Tenant, number: number): Person {
  const random = new Random(`${tenant.key}:person:${number}`);
  const given = random.pick(GIVEN);
  const family = random.pick(FAMILY);
  const account = `${given}.${family}`.toLowerCase();
  const sid = `S-1-5-21-${random.int(1e8, 4e9)}-${random.int(1e8, 4e9)}-${random.int(1e8, 4e9)}-${random.int(1100, 9999)}`;
  return { name: `${given} ${family}`, account, upn: `${account}@${tenant.domain}`, sid, objectId: random.guid() };
}

/** An address of a range kept for documentation (RFC 5737, RFC 3849). */
function address(random: Random): string {
  if (random.chance(0.12)) return `2001:db8:${random.hex(4)}::${random.hex(3)}`;
  return `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.int(1, 254)}`;
}

/** Analysts who work on the tenant's incidents: two of its own, one of the partner. */
export function analysts(tenant: Tenant): string[] {
  return [person(tenant, 100).upn, person(tenant, 101).upn, 'soc@northgate-managed-security.example'];
}

export function castOf(tenant: Tenant, random: Random): Cast {
  const user = person(tenant, random.int(0, 23));
  const site = tenant.displayName
    .slice(0, 3)
    .toUpperCase()
    .replace(/[^A-Z]/g, 'X');
  const number = random.int(1, 48);
  const host = random.pick(HOSTS);
  const cast = {
    user,
    device: `${site}-${number < 8 ? 'SRV' : 'WS'}-${String(number).padStart(3, '0')}`,
    deviceId: new Random(`${tenant.key}:device:${number}`).hex(40),
    file: random.pick(FILES),
    folder: random.pick(FOLDERS).replace('{account}', user.account),
    ip: address(random),
    host,
    family: random.pick(MALWARE),
    group: random.pick(GROUPS),
    sender: `${random.pick(['billing', 'hr', 'no-reply', 'support'])}@${host}`,
  };
  return { ...cast, ...campaignOf(tenant, cast) };
}

/** Attacks that go on at several customers at once: a few incidents of each bear the marks of one. Told by a dice of its own, so that all else stays as it is. */
function campaignOf(tenant: Tenant, { ip, device }: Cast): Partial<Cast> {
  const random = new Random(`campaign:${tenant.key}:${ip}:${device}`);
  if (!random.chance(0.04)) return {};
  const number = random.int(1, 2);
  const marks = new Random(`campaign:${number}`);
  const host = `login-${marks.hex(4)}.invalid`;
  return { ip: address(marks), host, sender: `accounts@${host}`, file: `statement-${marks.hex(4)}.exe`, family: marks.pick(MALWARE) };
}

/** Puts the cast's names into a text of a scenario. */
export function told(text: string, cast: Cast): string {
  return text.replace(/\{(user|device|file|ip|host|family|group|sender)\}/g, (_, role: keyof Cast) => {
    const member = cast[role];
    return typeof member === 'string' ? member : member.name;
  });
}
