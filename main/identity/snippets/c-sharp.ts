import { SECRET_VARIABLE } from '../../../contract/snippets';
import type { SnippetFacts } from './snippet-facts';

/** .NET 6 and later, one file, no package. A JSON text is a C# text. */
export function cSharpSnippet({ title, tokenUrl, clientId, scope, incidentsUrl }: SnippetFacts): string {
  const text = (value: string) => JSON.stringify(value);
  return `// Incidents of ${title}
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

var secret = Environment.GetEnvironmentVariable("${SECRET_VARIABLE}")
    ?? throw new InvalidOperationException("Put the client secret into ${SECRET_VARIABLE} first");
using var http = new HttpClient();
using var form = new FormUrlEncodedContent(new Dictionary<string, string>
{
    ["client_id"] = ${text(clientId)},
    ["client_secret"] = secret,
    ["scope"] = ${text(scope)},
    ["grant_type"] = "client_credentials",
});
using var answer = await http.PostAsync(${text(tokenUrl)}, form);
var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
if (!answer.IsSuccessStatusCode) throw new HttpRequestException(body.ToString());
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.GetProperty("access_token").GetString());
Console.WriteLine(await http.GetStringAsync(${text(incidentsUrl)}));
`;
}
