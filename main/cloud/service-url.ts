/** True for hosts that never leave this machine: 127.0.0.0/8, localhost and ::1. */
export function isLoopbackHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * Why an address must not be used to talk to a service, or null when it may: https anywhere, http on loopback only,
 * and no user name or password in the address (it would end in logs and in `Referer`).
 */
export function serviceUrlFault(text: string): string | null {
  if (!URL.canParse(text)) return 'is not a complete address such as https://login.example.com';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return `must start with https:// (it starts with ${url.protocol}//)`;
  return isLoopbackHost(url.hostname) ? null : 'must use https; http is allowed only for this machine (127.0.0.1, localhost, [::1])';
}
