import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOfLockFile } from '../../scripts/checks/lock-file.ts';

const lock = (packages: Record<string, object>) => JSON.stringify({ packages });

test("the project's own lock file is whole", () => {
  const file = join(import.meta.dirname, '../../package-lock.json');
  expect(faultsOfLockFile(readFileSync(file, 'utf8'))).toEqual([]);
});

test("another platform's package that npm left out is named", () => {
  const faults = faultsOfLockFile(
    lock({
      '': { dependencies: { compiler: '1' } },
      'node_modules/compiler': {
        integrity: 'x',
        optionalDependencies: { 'compiler-linux': '1', 'compiler-darwin': '1' },
      },
      'node_modules/compiler-linux': { integrity: 'x' },
    }),
  );
  expect(faults).toEqual([
    'node_modules/compiler needs compiler-darwin, which is not in the lock file',
  ]);
});

test('a package is found beside its user, or beside any around it', () => {
  const packages = {
    '': { dependencies: { a: '1' } },
    'node_modules/a': { integrity: 'x', dependencies: { b: '1' } },
    'node_modules/a/node_modules/b': { integrity: 'x', dependencies: { c: '1' } },
    'node_modules/c': { integrity: 'x' },
  };
  expect(faultsOfLockFile(lock(packages))).toEqual([]);
  const { 'node_modules/c': _, ...without } = packages;
  expect(faultsOfLockFile(lock(without))).toEqual([
    'node_modules/a/node_modules/b needs c, which is not in the lock file',
  ]);
});

test('a package without a hash to check it by is named', () => {
  const packages = { '': { devDependencies: { a: '1' } }, 'node_modules/a': { version: '1' } };
  expect(faultsOfLockFile(lock(packages))).toEqual(['node_modules/a has no integrity hash']);
});
