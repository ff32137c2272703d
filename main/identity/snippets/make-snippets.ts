import type { Snippets } from '../../../contract/snippets';
import { cSharpSnippet } from './c-sharp';
import { curlSnippet } from './curl';
import { powerShellSnippet } from './power-shell';
import { pythonSnippet } from './python';
import { snippetFacts, type SnippetSubject } from './snippet-facts';

/** How to get this tenant's token for this API in other tools. */
export function makeSnippets(subject: SnippetSubject): Snippets {
  const facts = snippetFacts(subject);
  return { powerShell: powerShellSnippet(facts), cSharp: cSharpSnippet(facts), python: pythonSnippet(facts), curl: curlSnippet(facts) };
}
