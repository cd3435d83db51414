import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { newKeysFile } from '#platform/crypto/open-key-ring.ts';
import { nurseryRow, ofstedCsv, realOfsted, workshop } from './support.ts';

const script = join(import.meta.dirname, '../../scripts/import.ts');

/** Runs the command on an installation that has its keys. */
function run(databaseFile: string, ...args: readonly string[]) {
  writeFileSync(join(dirname(databaseFile), 'keys.json'), newKeysFile());
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'], DATABASE_PATH: databaseFile },
    encoding: 'utf8',
    timeout: 90_000,
  });
  return { status, stdout, stderr };
}

test('npm run import -- ofsted prints what it did', () => {
  const { databaseFile } = workshop();
  const { status, stdout, stderr } = run(
    databaseFile,
    'ofsted',
    realOfsted,
    '--authority',
    'trafford',
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(
    'ofsted_mi_2021-08-31_trafford.csv, as at 2021-08-31\nadded     395\nchanged   0\nunchanged 0\nleft      0\nrefused   0\n',
  );
});

test('a refused file says why and ends with 1', () => {
  const { databaseFile, write } = workshop();
  const file = write('a.csv', ofstedCsv([nurseryRow()]).replace('"Provider type"', '"Sort"'));
  expect(run(databaseFile, 'ofsted', file, '--authority', 'Trafford')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Nothing was imported. The file lacks these columns: "Provider type".\n',
  });
});

test.each([
  ['nothing', []],
  ['a kind that is none', ['nurseries', realOfsted]],
  ['a day that is none', ['postcodes', realOfsted, '--as-at', '2021-02-30']],
])('a command with %s is answered with how to write it', (_, args) => {
  const { status, stderr } = run(workshop().databaseFile, ...args);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Usage:/);
});
