import { app, dialog } from 'electron';

/** Says why there is no application, in a box and where it was started from, and ends. */
export function couldNotStart(title: string, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Tenantry could not start: ${why}\n`);
  dialog.showErrorBox(title, why);
  app.exit(1);
}
