import { SECRET_VARIABLE } from '../../../contract/snippets';
import type { SnippetFacts } from './snippet-facts';

/** Python 3, with nothing to install. A JSON text is a Python text. */
export function pythonSnippet({ title, tokenUrl, clientId, scope, incidentsUrl }: SnippetFacts): string {
  const text = (value: string) => JSON.stringify(value);
  return `# Incidents of ${title}
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

form = urllib.parse.urlencode({
    "client_id": ${text(clientId)},
    "client_secret": os.environ["${SECRET_VARIABLE}"],
    "scope": ${text(scope)},
    "grant_type": "client_credentials",
}).encode("ascii")
try:
    with urllib.request.urlopen(${text(tokenUrl)}, form) as answer:
        token = json.load(answer)["access_token"]
    request = urllib.request.Request(${text(incidentsUrl)}, headers={"Authorization": "Bearer " + token})
    with urllib.request.urlopen(request) as answer:
        print(json.dumps(json.load(answer), indent=2))
except urllib.error.HTTPError as error:
    sys.exit(error.read().decode("utf-8"))
`;
}
