/**
 * Optional packages that a package in the lock file asks for and that the lock file does not hold.
 * @param {{packages: Record<string, {optionalDependencies?: Record<string, string>, dev?: boolean}>}} lock content of a package-lock.json
 * @returns {{name: string, range: string, wantedBy: {dev?: boolean}}[]}
 */
export function missingPlatformPackages({ packages }) {
  return Object.entries(packages).flatMap(([folder, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !places(folder, name).some((place) => place in packages))
      .map(([name, range]) => ({ name, range, wantedBy: entry })),
  );
}

/** Where Node would look for a package that a folder asks for: in it, then in every folder above it. */
function places(folder, name) {
  const above = folder.lastIndexOf('node_modules/');
  const here = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
  return folder === '' ? [here] : [here, ...places(folder.slice(0, Math.max(0, above - 1)), name)];
}
