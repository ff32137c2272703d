import { mkdirSync } from 'node:fs';
import { test } from '@playwright/test';
import { startSandbox } from '../../sandbox/index';
import { cloudFileOf, freshHome, launchApp, type RunningApp } from '../support/app';
import { Pilot } from '../support/pilot';
import { readEverybody } from '../support/screens';
import { listenIn } from '../support/speech';
import { firstSteps } from './gallery/first-steps';
import { hunting } from './gallery/hunting';
import { chosen, LANGUAGES, photographer, SHOTS } from './gallery/photographer';
import { queue } from './gallery/queue';
import { tenants } from './gallery/tenants';
import { weather } from './gallery/weather';

/** Walks that begin with the app's own sandbox, read once. */
const IN_SANDBOX = { queue, tenants, hunting } as const;
const PARTS = chosen(['first-steps', 'queue', 'tenants', 'hunting', 'weather'] as const);

let app: RunningApp;
test.beforeAll(() => mkdirSync(SHOTS, { recursive: true }));
test.beforeEach(() => listenIn('en'));
test.afterEach(() => app.close());

/** Pictures of every screen in every theme and language. */
for (const spoken of LANGUAGES) {
  for (const part of PARTS) {
    test(`${spoken} ${part}`, async () => {
      test.setTimeout(900_000);
      const home = freshHome();
      if (part === 'first-steps') {
        app = await launchApp({ home });
        return firstSteps(await photographer(app, spoken));
      }
      if (part !== 'weather') {
        app = await launchApp({ home, args: ['--sandbox'] });
        await readEverybody(app.page);
        return IN_SANDBOX[part](await photographer(app, spoken));
      }
      const sandbox = await startSandbox({ tenants: 3, incidents: 12 });
      try {
        for (const { tenantId } of sandbox.tenants) sandbox.control.setTenantState(tenantId, 'consented');
        app = await launchApp({ home, args: [`--cloud=${cloudFileOf(sandbox, home)}`] });
        await new Pilot(app.electron, app.page).connectPartnerApp(sandbox.partner);
        const camera = await photographer(app, spoken);
        for (const { tenantId, displayName } of sandbox.tenants) await camera.call('tenants.add', { tenantId, displayName });
        await weather(camera, sandbox);
      } finally {
        await sandbox.close();
      }
    });
  }
}
