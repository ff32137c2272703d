import { LosslessNumber, parse } from 'lossless-json';

/** JSON with every number as the digits it was written with. Of repeated keys the last counts, as everywhere. */
export function readLossless(text: string): unknown {
  return parse(text, null, { parseNumber: (digits) => new LosslessNumber(digits), onDuplicateKey: ({ newValue }) => newValue });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);
}
