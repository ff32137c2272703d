/**
 * The body of a notification as this computer's desktop wants it: on Linux it is markup, of which a name could make a link, and one `&` a body that is not
 * shown at all ("Desktop Notifications Specification", "Markup"). A title is text everywhere.
 */
export function bodyFor(platform: NodeJS.Platform, text: string): string {
  if (platform !== 'linux') return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
