/** Spellings of one determination, by surface and by page of the documentation ("Update incidents API", "Incidents API"), in lower case. */
const SAME: Readonly<Record<string, string>> = {
  compromiseduser: 'compromisedaccount',
  confirmeduseractivity: 'confirmedactivity',
  clean: 'notmalicious',
  insufficientdata: 'notenoughdatatovalidate',
  noenoughdatatovalidate: 'notenoughdatatovalidate',
};

/** What both surfaces say where nothing is set. */
const NOT_SET: ReadonlySet<string> = new Set(['', 'unknown', 'notavailable', 'notset']);

/** An enum value as it is compared: "InProgress" and "inProgress" are one; null: not set. */
export function foldedValue(value: string | null): string | null {
  const folded = value?.trim().toLowerCase() ?? '';
  return NOT_SET.has(folded) ? null : (SAME[folded] ?? folded);
}
