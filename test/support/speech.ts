import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatter } from '@lingui/format-po';
import { i18n } from '@lingui/core';
import type { Language } from '../../contract/display';
import { fromScripts } from './app-user';
import './words';

/** From now on `said` answers in this language, out of the same catalogue as the app. */
export async function listenIn(language: Language): Promise<void> {
  if (language !== 'en') {
    const file = resolve(fromScripts('TENANTRY_APP_DIR'), `locales/${language}.po`);
    const catalogue = await formatter().parse(readFileSync(file, 'utf8'), { locale: language, sourceLocale: 'en', filename: file });
    i18n.load(language, Object.fromEntries(Object.entries(catalogue).map(([english, entry]) => [english, entry.translation || english])));
  }
  i18n.activate(language);
}

/** A text of the app as it stands on screen. */
export const said = (english: string, values?: Record<string, unknown>): string => i18n.t(english, values);
