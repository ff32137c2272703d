import { writeFileSync } from 'node:fs';
import type { Session } from 'node:inspector';
import { join } from 'node:path';
import type { RunningApp } from '../../support/app';

/**
 * Does the work and, where `TENANTRY_BENCH_PROFILES` names a folder, writes processor profiles of main and of the page there (`NAME-main.cpuprofile`,
 * `NAME-page.cpuprofile`, which Chromium's developer tools open). They slow the work down a little.
 */
export async function profiled<T>({ electron, page }: RunningApp, name: string, work: () => Promise<T>): Promise<T> {
  const folder = process.env['TENANTRY_BENCH_PROFILES'];
  if (!folder) return work();
  const inPage = await page.context().newCDPSession(page);
  await inPage.send('Profiler.enable');
  await inPage.send('Profiler.start');
  await electron.evaluate(async () => {
    const { Session: InProcess } = process.getBuiltinModule('node:inspector');
    const session = new InProcess();
    session.connect();
    session.post('Profiler.enable');
    session.post('Profiler.start');
    Object.assign(globalThis, { benchProfile: session });
  });
  const done = await work();
  const ofMain = await electron.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const { benchProfile } = globalThis as unknown as { benchProfile: Session };
        benchProfile.post('Profiler.stop', (error, answer) => (error ? reject(error) : resolve(JSON.stringify(answer.profile))));
      }),
  );
  const ofPage = await inPage.send('Profiler.stop');
  writeFileSync(join(folder, `${name}-main.cpuprofile`), ofMain);
  writeFileSync(join(folder, `${name}-page.cpuprofile`), JSON.stringify(ofPage.profile));
  return done;
}
