/** The one way out to the network. `net.fetch` inside Electron (system proxy and certificate store), Node's fetch in tests. */
export type FetchPort = (url: string, init: RequestInit) => Promise<Response>;
