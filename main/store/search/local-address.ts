import { BlockList, isIP } from 'node:net';

const LOCAL = new BlockList();
// RFC 1918, 6598 (carriers), 3927 and 4291 (link-local), 4193, and the computer itself.
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['127.0.0.0', 8],
] as const)
  LOCAL.addSubnet(net, bits);
for (const [net, bits] of [
  ['fc00::', 7],
  ['fe80::', 10],
  ['::1', 128],
] as const)
  LOCAL.addSubnet(net, bits, 'ipv6');

/** Whether an address is another computer in every network. */
export function isLocalAddress(value: string): boolean {
  const [address = ''] = value.split('%');
  const version = isIP(address);
  return version !== 0 && LOCAL.check(address, version === 6 ? 'ipv6' : 'ipv4');
}
