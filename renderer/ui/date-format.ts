import { i18n } from '@lingui/core';

interface DateFormats {
  day: Intl.DateTimeFormat;
  dayAndYear: Intl.DateTimeFormat;
  year: Intl.DateTimeFormat;
  dateAndTime: Intl.DateTimeFormat;
  clock: Intl.DateTimeFormat;
  minutes: Intl.DateTimeFormat;
}

/** Undefined: the zone of this computer. */
let zone: string | undefined;
let known: { of: string; formats: DateFormats } | null = null;

/** From now on dates are shown in this zone: `system` or a name of the IANA list. */
export function showDatesIn(timeZone: string): void {
  zone = timeZone === 'system' ? undefined : timeZone;
}

/** The zone dates are shown in; undefined: that of this computer. */
export function chosenZone(): string | undefined {
  return zone;
}

/** Dates as the language and the chosen zone have them; made once, as making them is slow. */
export function dates(): DateFormats {
  const locales = numberLocales();
  const of = `${locales} ${zone}`;
  if (known?.of !== of) known = { of, formats: formatsFor(locales, zone) };
  return known.formats;
}

/** How numbers and dates are written in the language spoken now, as Intl knows it. */
function numberLocales(): string {
  return String(i18n.locales ?? i18n.locale);
}

function formatsFor(locales: string, timeZone: string | undefined): DateFormats {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locales, { timeZone, ...options });
  const dayAndYear = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const minutes = { hour: '2-digit', minute: '2-digit' } as const;
  return {
    day: format({ day: 'numeric', month: 'short' }),
    dayAndYear: format(dayAndYear),
    year: format({ year: 'numeric' }),
    dateAndTime: format({ ...dayAndYear, ...minutes }),
    clock: format({ ...minutes, second: '2-digit' }),
    minutes: format(minutes),
  };
}
