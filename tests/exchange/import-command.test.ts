import { spawnSync } from 'node:child_process';
import { writeOds } from 'hucre/ods';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { getProvider } from '#directory/provider-store.ts';
import { newKeysFile } from '#platform/crypto/open-key-ring.ts';
import { nurseryRow, ofstedCsv, realFeed, realOfsted, workshop } from './support.ts';
import { withoutSettings } from '../support/without-settings.ts';

/** Runs a command on an installation that has its keys. */
function runScript(script: string, databaseFile: string, ...args: readonly string[]) {
  const path = join(import.meta.dirname, '../../scripts', script);
  const keys = join(dirname(databaseFile), 'keys.json');
  if (!existsSync(keys)) writeFileSync(keys, newKeysFile());
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    env: { ...withoutSettings(), DATABASE_PATH: databaseFile },
    encoding: 'utf8',
    timeout: 90_000,
  });
  return { status, stdout, stderr };
}
const run = (databaseFile: string, ...args: readonly string[]) =>
  runScript('import.ts', databaseFile, ...args);

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

test('npm run import -- ofsted takes a spreadsheet, without an authority, and feed takes XML', async () => {
  const { databaseFile, db, write } = workshop();
  const rows = ofstedCsv([nurseryRow()])
    .split('\n')
    .map((line) => line.slice(1, -1).split('","'));
  const file = write('2021-08-31.ods', await writeOds({ sheets: [{ name: 'D1', rows }] }));
  expect(run(databaseFile, 'ofsted', file)).toMatchObject({ status: 0, stderr: '' });
  expect(getProvider(db, 'ey100001')?.name).toBe('Test Nursery');
  const { status, stdout } = run(databaseFile, 'feed', realFeed);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^la_feed_2021-09-01_trafford.xml, as at 2021-09-01\nadded     14\n/);
  expect(getProvider(db, 'ey100001')).toBeNull();
});

test('a refused file says why and ends with 1', () => {
  const { databaseFile, write } = workshop();
  const file = write('a.csv', ofstedCsv([nurseryRow()]).replace('"Provider type"', '"Sort"'));
  expect(run(databaseFile, 'ofsted', file, '--authority', 'Trafford')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Nothing was imported. The file lacks these columns: "Provider type".\n',
  });
  expect(run(databaseFile, 'consents', realOfsted)).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'Nothing was imported. This looks like management information about all providers. Import it with: npm run import -- ofsted FILE\n',
  });
});

test.each([
  ['nothing', []],
  ['an unknown kind of file', ['weather', realOfsted]],
  ['a day that is none', ['postcodes', realOfsted, '--as-at', '2021-02-30']],
])('a command with %s is answered with how to write it', (_, args) => {
  const { status, stderr } = run(workshop().databaseFile, ...args);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Usage:\n.* postcodes FILE/);
  expect(stderr).toMatch(/consents FILE/);
});

test('npm run directory -- hide keeps a provider from the public, and show brings it back', () => {
  const shop = workshop();
  const directory = (...args: readonly string[]) =>
    runScript('directory.ts', shop.databaseFile, ...args);
  run(shop.databaseFile, 'ofsted', shop.write('a.csv', ofstedCsv([nurseryRow()])));
  expect(directory('hide', 'EY100001', '--name', '--contact')).toEqual({
    ...{ status: 0, stderr: '', stdout: 'ey100001 is shown without its name, contact.\n' },
  });
  expect(getProvider(shop.db, 'ey100001')).toMatchObject({ name: null, phone: null });
  expect(directory('hide', 'ey100001', '--all').stdout).toBe('ey100001 is hidden.\n');
  expect(getProvider(shop.db, 'ey100001')).toBeNull();
  directory('show', 'ey100001', '--all');
  expect(directory('show', 'ey100001', '--name', '--contact').stdout).toBe(
    'ey100001 is shown, as far as its source and its consents allow.\n',
  );
  expect(getProvider(shop.db, 'ey100001')).toMatchObject({ name: 'Test Nursery' });
  expect(directory('hide', 'ey999999', '--all')).toMatchObject({
    ...{ status: 1, stderr: 'There is no ey999999 in the directory.\n' },
  });
  expect(directory('hide', 'ey100001').stderr).toMatch(/^Use:/);
});
