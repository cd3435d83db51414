import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});
const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      inBundle: z.boolean().optional(),
      dependencies: names,
      devDependencies: names,
      optionalDependencies: names,
    }),
  ),
});

/**
 * What would make `npm ci` fail, or trust too much, on another machine. npm itself may leave other
 * platforms' packages out of the lock file when it can only find those for this one.
 */
export function faultsOfLockFile(text: string): readonly string[] {
  const { packages } = lockFile.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([place, entry]) => {
    const needed = {
      ...entry.dependencies,
      ...entry.devDependencies,
      ...entry.optionalDependencies,
    };
    const absent = Object.keys(needed).filter((name) => !findFrom(packages, place, name));
    const unsealed =
      place !== '' && !entry.link && !entry.inBundle && entry.integrity === undefined;
    return [
      ...absent.map(
        (name) => `${place || 'package.json'} needs ${name}, which is not in the lock file`,
      ),
      ...(unsealed ? [`${place} has no integrity hash`] : []),
    ];
  });
}

/** Looks where Node would: beside the package, then beside each package around it. */
function findFrom(
  packages: Readonly<Record<string, unknown>>,
  place: string,
  name: string,
): boolean {
  const here = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
  if (here in packages) return true;
  return (
    place !== '' &&
    findFrom(packages, place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/'))), name)
  );
}
