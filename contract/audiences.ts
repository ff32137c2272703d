/** Who prints an audience of Defender for Endpoint where one of Defender XDR is needed: a sample of Microsoft's page on partner access. */
export type Sample = 'curl' | 'cSharp' | 'python';

/**
 * The names a token for Defender for Endpoint was asked for by, without a slash at the end, and the sample that asks for each. Source: the samples of
 * "Partner access through the API" in 2021 and now, and the list of audiences Defender for Endpoint takes.
 */
export const ENDPOINT_AUDIENCES: readonly { audience: string; sample: Sample | null }[] = [
  { audience: 'https://api.securitycenter.microsoft.com', sample: 'cSharp' },
  { audience: 'https://api.securitycenter.windows.com', sample: 'python' },
  { audience: 'https://securitycenter.onmicrosoft.com/windowsatpservice', sample: 'curl' },
  { audience: 'https://api-gcc.securitycenter.microsoft.us', sample: null },
  { audience: 'https://api-gov.securitycenter.microsoft.us', sample: null },
  { audience: 'fc780465-2017-40d4-a0c5-307022471b92', sample: null },
];

/** An audience as it is compared: a slash at the end and capitals make no other API of it. */
export function plainAudience(audience: string): string {
  return audience.toLowerCase().replace(/\/+$/, '');
}
