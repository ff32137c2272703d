import { i18n } from '@lingui/core';
import { languageChoice } from '../../contract/display';
import type { Result } from '../../contract/result';
import { call } from '../bridge/client';
import { LANGUAGES, THEMES } from '../features/common/display-words';
import { useAction } from '../features/common/use-action';
import { useCommands } from '../keys/use-keys';
import { useApp } from '../store/app-store';

/** What can be done on every page and has no key. */
export function useAppCommands(): void {
  const schedule = useApp(({ status }) => status?.schedule ?? null);
  const reading = useApp(({ progress }) => progress?.running ?? false);
  const { pauseReading, cancelRefresh, refresh, loadStatus } = useApp.getState();
  const { run } = useAction();
  const choose = async (work: () => Promise<Result<unknown>>) => {
    await run(work);
    await loadStatus();
  };
  const paused = schedule !== null && schedule.pausedAt !== null;

  useCommands('Everywhere', [
    { id: 'refresh', label: i18n.t('Read all tenants now'), run: () => void refresh(null) },
    ...(reading ? [{ id: 'stop reading', label: i18n.t('Stop the read under way'), run: () => void cancelRefresh(null) }] : []),
    ...(schedule
      ? [
          {
            id: 'pause reading',
            label: paused ? i18n.t('Resume reading') : i18n.t('Pause all reading'),
            run: () => void run(() => pauseReading(null, !paused)),
          },
        ]
      : []),
    ...THEMES.map(({ value, label }) => ({
      id: `theme ${value}`,
      label: i18n.t('Theme: {theme}', { theme: i18n.t(label) }),
      run: () => void choose(() => call('app.setTheme', { theme: value })),
    })),
    ...languageChoice.options.map((language) => ({
      id: `language ${language}`,
      label: i18n.t('Language: {language}', { language: language === 'system' ? i18n.t('As the system') : LANGUAGES[language] }),
      run: () => void choose(() => call('app.setLanguage', { language })),
    })),
  ]);
}
