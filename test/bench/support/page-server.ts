import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip as gunzipCallback, gzip as gzipCallback } from 'node:zlib';
import type { Sandbox } from '../../../sandbox/index';

const [gzip, gunzip] = [promisify(gzipCallback), promisify(gunzipCallback)];

const PAGE = 100;
/** Where pages begin: those of a client that counts on, and those of one that reads the last five rows again. */
const STARTS = [0, 100, 200, 95, 190, 285];
/** Incidents of a tenant that a list of changes may hold. */
const RECENT = 12;

interface Book {
  ids: string[];
  /** Last updates, in the order of the list. */
  updated: number[];
  /** Packed lists of whole pages by where they begin. */
  pages: Map<number, Buffer>;
  /** The latest updates, by their place in the list. */
  recent: Map<number, Record<string, unknown>>;
  /** Packed lists of so many of the latest updates. */
  changes: Map<number, Buffer>;
}

/**
 * Serves the sandbox's incidents from pages made and packed beforehand, so that what is measured is the client and not the imitation. Answers what
 * a read asks for (the list, by `$top`, `$skip` and a last update) and refuses everything else.
 */
export class PageServer {
  readonly #books = new Map<string, Book>();
  readonly #heads = new Map<string, Promise<Buffer>>();
  readonly #server = createServer((request, response) => {
    this.#answer(new URL(request.url ?? '/', 'http://host'), request.headers, response).catch((error: unknown) =>
      response.writeHead(500).end(String(error)),
    );
  });
  #url = '';
  calls = 0;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly latencyMs: number,
  ) {}

  async listen(): Promise<string> {
    this.#server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve()));
    this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this.#url;
  }

  /** Makes the pages of these tenants. Out: the IDs of their incidents. */
  async prepare(tenantIds: readonly string[]): Promise<Record<string, string[]>> {
    const truth: Record<string, string[]> = {};
    for (const tenantId of tenantIds) {
      const book = this.#books.get(tenantId) ?? (await this.#make(tenantId));
      this.#books.set(tenantId, book);
      truth[tenantId] = book.ids;
    }
    return truth;
  }

  /** Changes so many incidents of every prepared tenant, and makes the lists of its changes. */
  async change(tenantIds: readonly string[], each: number): Promise<void> {
    const now = new Date();
    for (const tenantId of tenantIds) {
      const book = this.#bookOf(tenantId);
      for (const [index, incident] of [...book.recent].slice(0, each)) {
        book.recent.set(index, { ...incident, lastUpdateTime: now.toISOString(), assignedTo: 'somebody.else@partner.example' });
        book.updated[index] = now.getTime();
      }
      book.changes = await packedChanges(book);
    }
  }

  async #make(tenantId: string): Promise<Book> {
    const incidents = this.sandbox.control.truth(tenantId);
    const texts = incidents.map((incident) => JSON.stringify(incident));
    const updated = incidents.map(({ lastUpdateTime }) => Date.parse(String(lastUpdateTime)));
    const packed = STARTS.map(
      async (from): Promise<[number, Buffer]> => [from, await gzip(`"value":[${texts.slice(from, from + PAGE).join(',')}]}`)],
    );
    const latest = updated
      .map((_, index) => index)
      .toSorted((a, b) => (updated[b] ?? 0) - (updated[a] ?? 0))
      .slice(0, RECENT);
    const book = {
      ids: incidents.map(({ incidentId }) => String(incidentId)),
      updated,
      pages: new Map(await Promise.all(packed)),
      recent: new Map(latest.map((index) => [index, incidents[index] ?? {}])),
    };
    return { ...book, changes: await packedChanges(book) };
  }

  async #answer(url: URL, headers: NodeJS.Dict<string | string[]>, response: ServerResponse): Promise<void> {
    this.calls += 1;
    const body = await Promise.all([this.#body(url, String(headers['authorization'])), wait(this.latencyMs)]).then(([made]) => made);
    const packs = String(headers['accept-encoding']).includes('gzip');
    const out = body && !packs ? await gunzip(body) : body;
    if (!out) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"code":"NotFound","message":"Not here"}}');
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      ...(packs ? { 'content-encoding': 'gzip' } : {}),
      'content-length': out.length,
    });
    response.end(out);
  }

  /** Two packed pieces one behind the other: what is unpacked is one text. */
  async #body({ pathname, searchParams }: URL, authorization: string): Promise<Buffer | null> {
    if (pathname !== '/api/incidents' && pathname !== '/linked/incidents') return null;
    const book = this.#bookOf(tenantOf(authorization));
    const skip = Number(searchParams.get('$skip') ?? 0);
    const named = /^lastUpdateTime ge (\S+)$/.exec(searchParams.get('$filter') ?? '')?.[1];
    const since = Date.parse(named ?? '');
    const matching = named === undefined ? null : book.updated.flatMap((at, index) => (at >= since ? [index] : []));
    // Microsoft's Graph client takes links for addresses only where they are https.
    const more = pathname === '/linked/incidents' && skip + PAGE < book.ids.length;
    const link = more ? `"@odata.nextLink":"/incidents?$top=100&$skip=${skip + PAGE}",` : '';
    const head = await this.#head(link);
    if (matching === null || matching.length === book.ids.length) {
      const page = skip >= book.ids.length ? await gzip('"value":[]}') : book.pages.get(skip);
      if (!page) throw new Error(`No page was made that begins at ${skip}`);
      return Buffer.concat([head, page]);
    }
    const changes = book.changes.get(matching.length);
    if (!changes || skip > 0 || !matching.every((index) => book.recent.has(index)))
      throw new Error('More was asked for than the changes that are kept');
    return Buffer.concat([head, changes]);
  }

  /** All tenants' answers begin alike: packed once. */
  #head(link: string): Promise<Buffer> {
    const known = this.#heads.get(link) ?? gzip(`{"@odata.context":"${this.#url}/api/$metadata#Incidents",${link}`);
    this.#heads.set(link, known);
    return known;
  }

  #bookOf(tenantId: string): Book {
    const book = this.#books.get(tenantId);
    if (!book) throw new Error(`No pages were made of ${tenantId}`);
    return book;
  }
}

/** What changed since any time are so many of the latest updates, in the order of the list. */
async function packedChanges({ recent, updated }: Pick<Book, 'recent' | 'updated'>): Promise<Book['changes']> {
  const latest = [...recent.keys()].toSorted((a, b) => (updated[b] ?? 0) - (updated[a] ?? 0));
  const lists = Array.from({ length: latest.length + 1 }, async (_, count): Promise<[number, Buffer]> => {
    const places = latest.slice(0, count).toSorted((a, b) => a - b);
    return [count, await gzip(`"value":${JSON.stringify(places.map((index) => recent.get(index)))}}`)];
  });
  return new Map(await Promise.all(lists));
}

/** The tenant of a token the sandbox made. Not checked: no client of a bench makes one up. */
function tenantOf(authorization: string): string {
  const claims = JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString('utf8')) as { tid?: string };
  return claims.tid ?? '';
}
