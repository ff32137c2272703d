import { connect } from 'node:net';

/** How a tool puts a request on the wire. */
export interface Wire {
  headers: readonly string[];
  /** A value of a form as the tool encodes it. */
  encode(text: string): string;
}

export interface Answered {
  status: number;
  body: string;
}

/** Sends a request byte by byte as a tool would, over http on loopback, and reads the whole answer. */
export async function sendAs(
  wire: Wire,
  request: { method: string; url: string; headers?: readonly string[]; form?: readonly (readonly [string, string])[] },
): Promise<Answered> {
  const { protocol, hostname, port, host, pathname, search } = new URL(request.url);
  if (protocol !== 'http:' || hostname !== '127.0.0.1') throw new Error(`${request.url} is not in the sandbox`);
  const body = request.form?.map(([name, value]) => `${wire.encode(name)}=${wire.encode(value)}`).join('&') ?? '';
  const about = request.form ? ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${Buffer.byteLength(body)}`] : [];
  const head = [`${request.method} ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...wire.headers, ...(request.headers ?? []), ...about];
  return answerIn(await exchange(Number(port), [...head, 'Connection: close', '', body].join('\r\n')));
}

function exchange(port: number, request: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks)));
  });
}

function answerIn(bytes: Buffer): Answered {
  const end = bytes.indexOf('\r\n\r\n');
  const head = bytes.subarray(0, end).toString('latin1');
  const body = bytes.subarray(end + 4);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  return { status, body: (/transfer-encoding: chunked/i.test(head) ? unchunked(body) : body).toString('utf8') };
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    if (!(size > 0)) return Buffer.concat(parts);
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
