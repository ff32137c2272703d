import { z } from 'zod';

/** In which a customer's token can be asked for without Tenantry. */
export const snippetLanguage = z.enum(['powerShell', 'cSharp', 'python', 'curl']);
export type SnippetLanguage = z.infer<typeof snippetLanguage>;

/** A program per language that gets a token of one tenant and lists some of its incidents. No secret is in it. */
export const snippets = z.record(snippetLanguage, z.string());
export type Snippets = z.infer<typeof snippets>;

/** Where every snippet looks for the client secret. */
export const SECRET_VARIABLE = 'TENANTRY_CLIENT_SECRET';
