import { describe, expect, it } from 'vitest';
import type { ConsentEvent, ConsentEventFacts, ConsentEventKind } from '../../../contract/consent';
import type { TokenFacts } from '../../../contract/token-facts';
import { tokenEvent } from '../../../main/identity/token-event';
import { NOW, TENANT } from './token';

const event = (kind: ConsentEventKind, facts: ConsentEventFacts = {}): ConsentEvent => ({ kind, at: 1, facts });
const token = (roles: string[], more: Partial<TokenFacts> = {}) => ({
  ok: true as const,
  facts: {
    tenantId: TENANT,
    resource: 'xdr' as const,
    lacking: [],
    roles,
    missingRoles: [],
    expiresAt: NOW,
    obtainedAt: NOW,
    fromCache: false,
    warnings: [],
    ...more,
  },
});
const gone = { ok: false as const, problem: { code: 'consentMissing' as const, at: NOW, aadsts: 7000229, detail: 'words' } };
const READ = 'Incident.Read.All';
const HUNT = 'AdvancedHunting.Read.All';
const working = event('token', { roles: [HUNT, READ] });

describe('what a token adds to the history', () => {
  it('is the first one, with its roles', () => {
    expect(tokenEvent([event('sent')], token([READ, HUNT]), NOW)).toEqual({
      kind: 'token',
      at: NOW,
      facts: { resource: 'xdr', roles: [HUNT, READ] },
    });
  });

  it('is nothing while it stays the same, and the proof after a new consent', () => {
    expect(tokenEvent([working], token([READ, HUNT]), NOW)).toBeNull();
    expect(tokenEvent([event('sent'), working, event('granted')], token([READ, HUNT]), NOW)).toBeNull();
    expect(tokenEvent([event('granted'), working], token([READ, HUNT]), NOW)?.kind).toBe('token');
    expect(tokenEvent([event('mismatch'), working], token([READ, HUNT]), NOW)?.kind).toBe('token');
  });

  it('is a drift with fewer roles than before, or than needed', () => {
    expect(tokenEvent([working], token([READ]), NOW)).toEqual({
      kind: 'drifted',
      at: NOW,
      facts: { resource: 'xdr', roles: [READ], lostRoles: [HUNT] },
    });
    expect(tokenEvent([], token([HUNT], { missingRoles: [READ] }), NOW)).toEqual({
      kind: 'drifted',
      at: NOW,
      facts: { resource: 'xdr', roles: [HUNT], missingRoles: [READ] },
    });
    expect(tokenEvent([event('drifted', { roles: [HUNT] })], token([HUNT], { missingRoles: [READ] }), NOW)).toBeNull();
    expect(tokenEvent([event('drifted', { roles: [HUNT] })], token([READ, HUNT]), NOW)?.kind).toBe('token');
  });

  it('is a drift where the app asks for more than was granted, and again when it asks for yet more', () => {
    const lacking = token([READ], { lacking: ['hunt'] });
    const drift = { kind: 'drifted', at: NOW, facts: { resource: 'xdr', roles: [READ], lacking: ['hunt'] } };
    expect(tokenEvent([event('token', { roles: [READ] })], lacking, NOW)).toEqual(drift);
    expect(tokenEvent([event('drifted', drift.facts as ConsentEventFacts)], lacking, NOW)).toBeNull();
    expect(tokenEvent([event('drifted', drift.facts as ConsentEventFacts)], token([READ]), NOW)?.kind).toBe('token');
  });

  it('compares roles of one API only, while a withdrawal counts for both', () => {
    const graph = token(['SecurityIncident.Read.All'], { resource: 'graph' });
    const first = tokenEvent([working], graph, NOW);
    expect(first).toEqual({ kind: 'token', at: NOW, facts: { resource: 'graph', roles: ['SecurityIncident.Read.All'] } });
    expect(tokenEvent([...(first ? [first] : []), working], token([READ, HUNT]), NOW)).toBeNull();
    expect(tokenEvent([event('revoked'), working], graph, NOW)?.kind).toBe('token');
    expect(tokenEvent([event('revoked'), ...(first ? [first] : [])], gone, NOW)).toBeNull();
  });

  it('is a withdrawal where it worked, once, and never where it did not', () => {
    expect(tokenEvent([working], gone, NOW)).toEqual({ kind: 'revoked', at: NOW, facts: { error: 'AADSTS7000229', detail: 'words' } });
    expect(tokenEvent([event('revoked'), working], gone, NOW)).toBeNull();
    expect(tokenEvent([event('sent')], gone, NOW)).toBeNull();
    expect(tokenEvent([working], { ok: false, problem: { code: 'timeout', at: NOW } }, NOW)).toBeNull();
    expect(tokenEvent([event('revoked'), working], token([READ]), NOW)).toEqual({
      kind: 'token',
      at: NOW,
      facts: { resource: 'xdr', roles: [READ] },
    });
  });

  it('is nothing from a token that was refused, and no drift from one that cannot be read', () => {
    expect(tokenEvent([], token([READ], { problem: { code: 'wrongTenantToken', at: NOW } }), NOW)).toBeNull();
    expect(tokenEvent([working], token([], { warnings: ['undecodable'] }), NOW)).toBeNull();
    expect(tokenEvent([], token([], { warnings: ['undecodable'] }), NOW)?.kind).toBe('token');
  });
});
