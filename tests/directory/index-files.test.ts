import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { keepIndex, newIndexFile, removeLeftIndexes } from '#directory/index-files.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'index-files-'));

test('an index that a killed site left is removed, and no other file', async () => {
  const folder = newFolder();
  const database = join(folder, 'fis.sqlite');
  const now = new Date('2026-11-23T12:00:00Z');
  const files = [await newIndexFile(database), await newIndexFile(database)];
  const [left, current] = [...files, await newIndexFile(database)].map((file) => basename(file));
  const half = `${basename(files[1] ?? '')}.part`;
  const others = ['fis.sqlite', 'fis.sqlite-search-index', 'fis.sqlite-search-index-of-last-year'];
  const ages: Readonly<Record<string, number>> = {
    ...{ [left ?? '']: 7, [half]: 7, [current ?? '']: 5 },
    ...Object.fromEntries(others.map((name) => [name, 700])),
  };
  for (const [name, hours] of Object.entries(ages)) {
    writeFileSync(join(folder, name), 'x');
    const written = new Date(now.getTime() - hours * 3_600_000);
    utimesSync(join(folder, name), written, written);
  }
  await removeLeftIndexes(folder, now);
  expect(readdirSync(folder).sort()).toEqual([...others, current].sort());
});

test('the last finished index stays beside its database', async () => {
  const database = join(newFolder(), 'fis.sqlite');
  for (const content of ['one', 'another']) {
    const file = await newIndexFile(database);
    writeFileSync(file, content);
    await keepIndex(file, database);
    expect(readdirSync(join(database, '..'))).toEqual(['fis.sqlite-search-index']);
    expect(readFileSync(`${database}-search-index`, 'utf8')).toBe(content);
  }
});

test('where nothing may be written beside the database, nothing is kept', async () => {
  const file = await newIndexFile('/proc/self/fis.sqlite');
  expect(dirname(file)).toBe(tmpdir());
  writeFileSync(file, 'x');
  await keepIndex(file, '/proc/self/fis.sqlite');
  expect(existsSync(file)).toBe(false);
});
