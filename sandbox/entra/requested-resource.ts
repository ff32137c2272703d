import type { StsError } from './sts-error';
import { stsErrors } from './sts-errors';

export type Requested = { resource: string } | { refused: StsError };

const DEFAULT = '/.default';

/** The resource a v2.0 request names by its scope: exactly one `<resource>/.default`. */
export function resourceOfScope(form: URLSearchParams): Requested {
  if (form.has('resource')) return { refused: stsErrors.resourceOnV2() };
  const scope = form.get('scope')?.trim() ?? '';
  if (scope === '') return { refused: stsErrors.missing('scope') };
  const scopes = scope.split(/\s+/);
  const wrong = scopes.find((one) => !one.endsWith(DEFAULT));
  if (wrong !== undefined) return { refused: stsErrors.scopeForm(wrong) };
  const [first = ''] = scopes;
  if (scopes.length > 1) return { refused: stsErrors.severalResources(scope) };
  return { resource: first.slice(0, -DEFAULT.length) };
}

/** The resource a v1.0 request names. */
export function resourceOfV1(form: URLSearchParams): Requested {
  const resource = form.get('resource')?.trim() ?? '';
  return resource === '' ? { refused: stsErrors.missing('resource') } : { resource };
}
