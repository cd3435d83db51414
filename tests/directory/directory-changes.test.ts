import { expect, test } from 'vitest';
import { changesSince, raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { openTestApp } from '../support/test-app.ts';

test('a reader is told what changed since it last looked, each place once', () => {
  const { db } = openTestApp();
  raiseDirectoryVersion(db, ['elm', 'oak']);
  raiseDirectoryVersion(db, ['oak']);
  expect(changesSince(db, 0, 10)).toEqual({ version: 2, ids: ['elm', 'oak'], isMore: false });
  expect(changesSince(db, 1, 10)).toEqual({ version: 2, ids: ['oak'], isMore: false });
  expect(changesSince(db, 2, 10)).toEqual({ version: 2, ids: [], isMore: false });
});

test('it is told that there is more after an import, when it is too much, and when it is too far behind', () => {
  const { db } = openTestApp();
  raiseDirectoryVersion(db, ['elm']);
  raiseDirectoryVersion(db, 'many');
  raiseDirectoryVersion(db, ['oak']);
  expect(changesSince(db, 0, 10)).toEqual({ version: 3, ids: ['elm', 'oak'], isMore: true });
  expect(changesSince(db, 2, 10).isMore).toBe(false);
  for (let round = 0; round < 5; round += 1) raiseDirectoryVersion(db, [`place-${round}`]);
  expect(changesSince(db, 3, 4).isMore).toBe(true);
  expect(changesSince(db, 3, 5).isMore).toBe(false);
  for (let round = 0; round < 1000; round += 1) raiseDirectoryVersion(db, ['elm']);
  expect(changesSince(db, 7, 5000), 'the oldest are forgotten').toMatchObject({ isMore: true });
  expect(changesSince(db, 8, 5000)).toEqual({ version: 1008, ids: ['elm'], isMore: false });
});
