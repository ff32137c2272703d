import { describe, expect, it } from 'vitest';
import { routeOf } from '../../../main/cloud/lanes/route';

describe('routeOf', () => {
  it.each([
    ['DIRECT', { kind: 'direct' }],
    ['PROXY proxy.example:8080; DIRECT', { kind: 'proxy', url: 'http://proxy.example:8080' }],
    ['PROXY [2001:db8::1]:3128', { kind: 'proxy', url: 'http://[2001:db8::1]:3128' }],
    ['HTTPS proxy.example:443', { kind: 'system' }],
    ['SOCKS5 proxy.example:1080', { kind: 'system' }],
    ['PROXY', { kind: 'system' }],
    ['PROXY :/', { kind: 'system' }],
    ['', { kind: 'system' }],
  ])('%s', (resolved, route) => {
    expect(routeOf(resolved)).toEqual(route);
  });
});
