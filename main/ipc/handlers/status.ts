import type { IpcContext } from '../context';
import type { HandlersOf } from '../handlers';
import { fail, ok } from '../outcome';

/** Calls about the app as a whole: status, theme, profile, keychain. */
export function statusHandlers(
  context: IpcContext,
): HandlersOf<
  | 'app.status'
  | 'app.setTheme'
  | 'app.setLanguage'
  | 'app.setTimeZone'
  | 'app.setBackgroundCheck'
  | 'app.setPreferredSurface'
  | 'app.openErrorPage'
  | 'profile.openSandbox'
  | 'profile.leaveSandbox'
  | 'profile.openCloudFile'
  | 'secrets.retry'
> {
  return {
    'app.status': async () => ok(await context.status()),
    'app.setTheme': async ({ theme }) => {
      await context.choices.setTheme(theme);
      return ok(null);
    },
    'app.setLanguage': async ({ language }) => {
      await context.choices.setLanguage(language);
      return ok(null);
    },
    'app.setTimeZone': async ({ timeZone }) => {
      await context.choices.setTimeZone(timeZone);
      return ok(null);
    },
    'app.setBackgroundCheck': async ({ hours }) => {
      await context.choices.setBackgroundCheck(hours);
      return ok(null);
    },
    'app.setPreferredSurface': async ({ surface }) => {
      await context.choices.setPreferredSurface(surface);
      return ok(null);
    },
    'app.openErrorPage': async ({ aadsts }) => {
      await context.openErrorPage(aadsts);
      return ok(null);
    },
    'profile.openSandbox': async () => {
      await context.openSandbox();
      return ok(null);
    },
    'profile.leaveSandbox': async () => {
      await context.leaveSandbox();
      return ok(null);
    },
    'profile.openCloudFile': async () => {
      const answer = await context.openCloudFile();
      if (answer === 'opened') return ok(null);
      return answer === 'cancelled' ? fail('cancelled', 'No file was chosen') : fail('badInput', answer.refused);
    },
    'secrets.retry': async () => {
      await context.retrySecrets();
      return ok(null);
    },
  };
}
