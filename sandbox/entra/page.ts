import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { PAGE_STYLE } from './page-style';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** No script, no outside resource, no frame around it. Forms may go on to any redirect URI. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** A page of the imitated sign-in service. Says on every page what it is and what it is not. */
export async function page(c: Context, status: 200 | 400, heading: string, body: Html): Promise<Response> {
  const content = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sandbox sign-in — not Microsoft</title>
<style>${raw(PAGE_STYLE)}</style>
</head>
<body>
<main>
<p class="notice" role="note"><strong>Sandbox.</strong> This is an imitation running on this computer. It is not Microsoft, and nothing you do here leaves the machine.</p>
<h1>${heading}</h1>
${body}
</main>
</body>
</html>`;
  c.header('Content-Security-Policy', POLICY);
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cache-Control', 'no-store');
  return c.html(content, status);
}
