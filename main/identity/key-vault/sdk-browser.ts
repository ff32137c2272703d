/** Opens a sign-in page in the system browser. Throws where it may not be opened. */
export type OpenPage = (url: string) => Promise<void>;

const nobody: OpenPage = () => Promise.reject(new Error('No sign-in is under way'));
let openPage: OpenPage = nobody;

/** Runs work during which the Azure SDK may open a page. One at a time: who comes meanwhile gets null. */
export async function withBrowser<T>(open: OpenPage, work: () => Promise<T>): Promise<T | null> {
  if (openPage !== nobody) return null;
  openPage = open;
  try {
    return await work();
  } finally {
    openPage = nobody;
  }
}

/**
 * Takes the place of the package `open` in the bundle (`electron.vite.config.ts`), with which the Azure SDK would start a browser by a command line: links
 * leave Tenantry by one door, which looks at where they lead.
 */
// oxlint-disable-next-line import/no-default-export -- it has the form of the package it stands in for
export default (url: string): Promise<void> => openPage(url);
