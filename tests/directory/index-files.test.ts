import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { newIndexFile, removeLeftIndexes } from '#directory/index-files.ts';

test('an index that a killed site left is removed, and no other file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'index-files-'));
  const now = new Date('2026-11-23T12:00:00Z');
  const [left, half, current] = [newIndexFile(), `${newIndexFile()}.part`, newIndexFile()].map(
    (file) => basename(file),
  );
  const ages = { [left ?? '']: 7, [half ?? '']: 7, [current ?? '']: 5, 'search-results': 7 };
  for (const [name, hours] of Object.entries(ages)) {
    writeFileSync(join(folder, name), 'x');
    const written = new Date(now.getTime() - hours * 3_600_000);
    utimesSync(join(folder, name), written, written);
  }
  await removeLeftIndexes(now, folder);
  expect(readdirSync(folder).sort()).toEqual([current, 'search-results'].sort());
});
