import { SECRET_VARIABLE } from '../../../contract/snippets';
import type { SnippetFacts } from './snippet-facts';

/** Windows PowerShell 5.1 and PowerShell 7. The former has to be told of TLS 1.2. */
export function powerShellSnippet({ title, tokenUrl, clientId, scope, incidentsUrl }: SnippetFacts): string {
  return `# Incidents of ${title}
# Before: $env:${SECRET_VARIABLE} = Read-Host 'Client secret'
$ErrorActionPreference = 'Stop'
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
if (-not $env:${SECRET_VARIABLE}) { throw 'Put the client secret into $env:${SECRET_VARIABLE} first' }

$form = @{
    client_id     = ${quoted(clientId)}
    client_secret = $env:${SECRET_VARIABLE}
    scope         = ${quoted(scope)}
    grant_type    = 'client_credentials'
}
$answer = Invoke-RestMethod -Method Post -Uri ${quoted(tokenUrl)} -Body $form
$headers = @{ Authorization = "Bearer $($answer.access_token)" }
$page = Invoke-RestMethod -Method Get -Uri ${quoted(incidentsUrl)} -Headers $headers
$page.value | ConvertTo-Json -Depth 20
`;
}

/** A PowerShell text in single quotes, of which it knows five kinds ("about_Quoting_Rules"). */
function quoted(text: string): string {
  return `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
