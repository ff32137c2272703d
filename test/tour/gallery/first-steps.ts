import { openScreen, SCREENS } from '../../support/screens';
import type { Photographer } from './photographer';

/** Before anything is connected: every screen says what comes first. */
export async function firstSteps({ page, button, picture, pictures }: Photographer): Promise<void> {
  await pictures('welcome');
  await button('Connect your partner app').click();
  await picture('welcome-connect');
  for (const screen of SCREENS.filter((one) => one !== 'settings')) {
    await openScreen(page, screen);
    await picture(`empty-${screen}`);
  }
}
