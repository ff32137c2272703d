/**
 * The page runs our own files and nothing else, and has no network at all: `connect-src 'none'`. Its one Trusted Types policy lets it start the
 * worker of the query editor.
 * The hash is that of the empty string: Fluent's style engine makes empty <style> elements and fills them
 * through CSSOM, so no inline style text can ever apply.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app-workers',
].join('; ');
