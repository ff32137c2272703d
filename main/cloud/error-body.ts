import { z } from 'zod';
import { foreignText } from './foreign-text';
import { looksLikeHtml } from './read-body';

const text = z.string().catch('');
const optionalText = z.string().optional().catch(undefined);
const inner = z.looseObject({ 'request-id': optionalText, 'client-request-id': optionalText }).optional().catch(undefined);
const envelope = z.object({
  error: z.looseObject({ code: z.coerce.string().catch(''), message: text, target: optionalText, innerError: inner, innererror: inner }),
});
const flat = z.looseObject({
  message: optionalText,
  Message: optionalText,
  title: optionalText,
  error: optionalText,
  error_description: optionalText,
});

/** An error answer of an API, in one shape. */
export interface ErrorBody {
  kind: 'json' | 'html' | 'text';
  code: string;
  message: string;
  /** Tracking id for Microsoft's support. */
  traceId?: string;
  correlationId?: string;
}

/** Ids are GUIDs. */
const LONGEST_ID = 100;

/**
 * Reads `{"error":{"code","message","target"}}` (Defender XDR), the Graph form with `innerError` in both spellings,
 * gateways' `{"message"}`, and anything else as text.
 */
export function readErrorBody(bodyText: string): ErrorBody {
  if (looksLikeHtml(bodyText)) return { kind: 'html', code: '', message: titleOf(bodyText) };
  let json: unknown;
  try {
    json = JSON.parse(bodyText);
  } catch {
    return { kind: 'text', code: '', message: foreignText(bodyText) };
  }
  const wrapped = envelope.safeParse(json);
  if (wrapped.success) {
    const { code, message, target, innerError, innererror } = wrapped.data.error;
    const ids = innerError ?? innererror;
    return {
      kind: 'json',
      code: foreignText(code, LONGEST_ID),
      message: foreignText(message),
      traceId: idOf(ids?.['request-id'] ?? target),
      correlationId: idOf(ids?.['client-request-id']),
    };
  }
  const plain = flat.safeParse(json);
  const found = plain.success
    ? (plain.data.error_description ?? plain.data.message ?? plain.data.Message ?? plain.data.title ?? plain.data.error)
    : undefined;
  return { kind: 'json', code: '', message: foreignText(found ?? bodyText) };
}

const idOf = (text: string | undefined) => text && foreignText(text, LONGEST_ID);

function titleOf(html: string): string {
  const title = foreignText(/<title[^>]{0,200}>([^<]{1,200})/i.exec(html)?.[1] ?? '');
  return title ? `A web page came back: "${title}"` : 'A web page came back instead of data.';
}
