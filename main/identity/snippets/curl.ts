import { SECRET_VARIABLE } from '../../../contract/snippets';
import type { SnippetFacts } from './snippet-facts';

/** A bash script. Secret and token go through pipes: a command line can be read by everyone on the computer. */
export function curlSnippet({ title, tokenUrl, clientId, scope, incidentsUrl }: SnippetFacts): string {
  return `#!/usr/bin/env bash
# Incidents of ${title}
# Before: read -rs ${SECRET_VARIABLE} && export ${SECRET_VARIABLE}
set -euo pipefail
: "\${${SECRET_VARIABLE}:?Put the client secret into this variable first}"

answer=$(printf '%s' "$${SECRET_VARIABLE}" | curl --silent --show-error --fail-with-body \\
  --data-urlencode ${quoted(`client_id=${clientId}`)} \\
  --data-urlencode ${quoted(`scope=${scope}`)} \\
  --data-urlencode 'grant_type=client_credentials' \\
  --data-urlencode 'client_secret@-' \\
  ${quoted(tokenUrl)}) || { printf '%s\\n' "$answer" >&2; exit 1; }
token=$(printf '%s' "$answer" | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')

printf 'Authorization: Bearer %s' "$token" | curl --silent --show-error --fail-with-body --header @- \\
  ${quoted(incidentsUrl)}
`;
}

/** A word of bash, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
