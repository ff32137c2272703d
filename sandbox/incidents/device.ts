import { Random } from '../random/random';
import type { Cast } from './cast';
import { instant } from './times';

const WORKSTATIONS = [
  { osPlatform: 'Windows11', version: '23H2', osBuild: 22_631 },
  { osPlatform: 'Windows11', version: '24H2', osBuild: 26_100 },
  { osPlatform: 'Windows10', version: '22H2', osBuild: 19_045 },
  { osPlatform: 'macOS', version: '14.6', osBuild: null },
];
const SERVERS = [
  { osPlatform: 'WindowsServer2016', version: '1607', osBuild: 14_393 },
  { osPlatform: 'WindowsServer2022', version: '21H2', osBuild: 20_348 },
  { osPlatform: 'Linux', version: '5.15', osBuild: null },
];

/** The incident's device. All that does not change with the incident comes from the device's ID, so that it is the same machine everywhere. */
export function device(cast: Cast, domain: string, anchor: number): Record<string, unknown> {
  const random = new Random(`device:${cast.deviceId}`);
  const server = cast.device.includes('-SRV-');
  const system = random.pick(server ? SERVERS : WORKSTATIONS);
  return {
    mdatpDeviceId: cast.deviceId,
    aadDeviceId: random.chance(0.8) ? random.guid() : null,
    deviceDnsName: `${cast.device.toLowerCase()}.corp.${domain}`,
    osPlatform: system.osPlatform,
    version: system.version,
    osProcessor: random.chance(0.9) ? 'x64' : 'arm64',
    osBuild: system.osBuild,
    healthStatus: random.weighted([
      ['Active', 8],
      ['Inactive', 1],
      ['NoSensorData', 1],
    ]),
    riskScore: random.pick(['None', 'Low', 'Medium', 'High']),
    rbacGroupName: server ? 'Servers' : random.pick(['Workstations', 'Field devices', 'UnassignedGroup']),
    rbacGroupId: server ? 9 : random.int(10, 14),
    firstSeen: instant(anchor - random.int(60, 900) * 86_400_000 - random.int(0, 86_399_999), random.int(0, 9_999)),
  };
}
