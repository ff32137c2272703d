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

/** The colour of the series at a place. */
export const colourOf = (at: number): string => COLOURS[Math.min(at, COLOURS.length - 1)] ?? '#616161';
