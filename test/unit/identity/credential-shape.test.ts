import { describe, expect, it } from 'vitest';
import { secretShapeProblem } from '../../../main/identity/credential-shape';

// Made up here; shaped like the secrets Entra makes.
const SECRET = `x8Q~${'Ab1_'.repeat(9)}`;

describe('shape of a client secret', () => {
  it.each([
    ['a good one', SECRET, null],
    ['nothing', '', 'empty'],
    ['blanks', ' \n', 'empty'],
    ["the secret's ID", '11111111-2222-4333-8444-555555555555', 'looksLikeId'],
    ["the secret's ID in capitals and braces", ' {11111111-2222-4333-8444-55555555ABCD} ', 'looksLikeId'],
    ['one in quotes', `"${SECRET}"`, 'quoted'],
    ['one in curly quotes', `“${SECRET}”`, 'quoted'],
    ['one broken over lines', `${SECRET.slice(0, 10)}\n${SECRET.slice(10)}`, 'whitespace'],
    ['a fragment', 'x8Q~', 'tooShort'],
    ['a whole file', SECRET.repeat(20), 'tooLong'],
  ])('%s', (_name, secret, problem) => {
    expect(secretShapeProblem(secret)).toBe(problem);
  });
});
