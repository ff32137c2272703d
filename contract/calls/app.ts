import { z } from 'zod';
import { appStatus, backgroundCheckHours } from '../app-status';
import { languageChoice, themeChoice, timeZoneChoice } from '../display';
import { surface } from '../permissions';
import { call } from './call';
import { nothing } from './inputs';

/** Calls about the app as a whole: status, theme, profile, keychain. */
export const appCalls = {
  'app.status': call(nothing, appStatus),
  'app.setTheme': call(z.object({ theme: themeChoice }), z.null()),
  'app.setLanguage': call(z.object({ language: languageChoice }), z.null()),
  'app.setTimeZone': call(z.object({ timeZone: timeZoneChoice }), z.null()),
  'app.setBackgroundCheck': call(z.object({ hours: backgroundCheckHours }), z.null()),
  /** The surface customers are read over first where nothing else is said of one. */
  'app.setPreferredSurface': call(z.object({ surface }), z.null()),
  /** Opens the login service's own page about an AADSTS number in the system browser. */
  'app.openErrorPage': call(z.object({ aadsts: z.number().int().positive() }), z.null()),
  /** Switches to the imitated Microsoft cloud inside the app. */
  'profile.openSandbox': call(nothing, z.null(), ['problem']),
  /** Back to the profile Tenantry was started with. */
  'profile.leaveSandbox': call(nothing, z.null()),
  /** Asks for a cloud definition file and opens the profile that belongs to it. */
  'profile.openCloudFile': call(nothing, z.null(), ['cancelled', 'badInput']),
  /** Tries the keychain again, after it was locked or absent. */
  'secrets.retry': call(nothing, z.null()),
} as const;
