import { connect } from 'node:net';

/** Sends bytes as they are and reads until the server closes: what a client sends is then exactly what the test says. */
export function exchange(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

/** A request with its length counted, and the connection closed after it. */
export function rawRequest(line: string, headers: readonly string[], body: string): string {
  return [`${line} HTTP/1.1`, ...headers, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', '', body].join('\r\n');
}

/** The JSON of an answer, with or without chunks; interim answers (100 Continue) come before it. */
export function jsonOf(answer: string): Record<string, unknown> {
  const start = answer.indexOf('{');
  const end = answer.lastIndexOf('}');
  return JSON.parse(answer.slice(start, end + 1)) as Record<string, unknown>;
}
