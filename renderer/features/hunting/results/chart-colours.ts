import { severityLevel } from '../../common/incident-words';

/** Colours that differ in lightness as well, for light and dark; the last one is for what stands together. */
const COLOURS = [
  'light-dark(#0f6cbd, #479ef5)',
  'light-dark(#b4460a, #f7894a)',
  'light-dark(#13795b, #52c79b)',
  'light-dark(#8a3ffc, #be95ff)',
  'light-dark(#a4262c, #f1707b)',
  'light-dark(#005b70, #58d3e8)',
  'light-dark(#846200, #eac54f)',
  'light-dark(#6b3f6b, #d3a6d3)',
  'light-dark(#616161, #adadad)',
];

const LEVELS = ['high', 'medium', 'low', 'informational', 'other'] as const;
/** What stands for no severity beside them. */
const NO_SEVERITY = new Set(['', 'unspecified', 'unknown', 'none']);

/** Whether what a chart tells apart are severities: then they have their own colours and their own order. */
export function areSeverities(names: readonly string[]): boolean {
  const known = names.filter((name) => severityLevel(name) !== 'other');
  return known.length > 0 && names.every((name) => known.includes(name) || NO_SEVERITY.has(name.toLowerCase()));
}

/** The place of a severity: the gravest first. */
export const gravity = (severity: string): number => LEVELS.indexOf(severityLevel(severity));

/** A colour for each of these series or parts, in their order. */
export function coloursOf(names: readonly string[]): string[] {
  if (areSeverities(names)) return names.map((name) => `var(--severity-${severityLevel(name)})`);
  return names.map((_name, at) => COLOURS[Math.min(at, COLOURS.length - 1)] ?? '#616161');
}
