import { i18n } from '@lingui/core';
import { speak } from '../../locales/words';
import { language } from '../../contract/display';
import { useApp } from '../store/app-store';
import { showDatesIn } from '../ui/date-format';

/** Speaks the language main opened the page with, and from then on what the status says; dates follow the zone of the status. */
export async function followLanguage(): Promise<void> {
  i18n.on('change', () => {
    document.documentElement.lang = i18n.locale;
  });
  useApp.subscribe(({ status }, before) => {
    if (!status || status === before.status) return;
    showDatesIn(status.timeZone);
    if (status.language !== i18n.locale) void speak(status.language);
  });
  const first = language.safeParse(new URLSearchParams(location.search).get('lang'));
  await speak(first.success ? first.data : 'en');
}
