import fc from 'fast-check';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { buildSnapshot } from '#platform/search/embedded/build-snapshot.ts';
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import {
  readSnapshot,
  removeSnapshot,
  writeSnapshot,
} from '#platform/search/embedded/snapshot-file.ts';
import { engineOf, everything, place } from './few-places.ts';
import { sampleDocuments } from './sample-documents.ts';
import { someQuery } from './sample-queries.ts';

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'index-')), 'index');
async function engineFrom(file: string) {
  const engine = openEmbeddedEngine();
  engine.adopt(await readSnapshot(file));
  return engine;
}

test('an index read from its file answers as the one that was written', async () => {
  const documents = sampleDocuments(1000, 41).map(({ document }) => document);
  const file = newFile();
  await writeSnapshot(file, buildSnapshot(documents));
  const [read, built] = [await engineFrom(file), engineOf(...documents)];
  for (const { query } of fc.sample(someQuery, { seed: 42, numRuns: 200 })) {
    expect(read.search(query)).toEqual(built.search(query));
  }
  for (const engine of [read, built]) {
    engine.remove(documents.slice(0, 300).map(({ id }) => id));
    engine.index(documents.slice(100, 200).map((document) => ({ ...document, text: 'moved' })));
  }
  for (const { query } of fc.sample(someQuery, { seed: 43, numRuns: 50 })) {
    expect(read.search(query)).toEqual(built.search(query));
  }
});

test('an empty index has a file too', async () => {
  const file = newFile();
  await writeSnapshot(file, buildSnapshot([]));
  expect((await engineFrom(file)).search(everything).total).toBe(0);
});

test('a newer index takes the place of an older one, and nothing is left beside it', async () => {
  const file = newFile();
  await writeSnapshot(file, buildSnapshot([place('old')]));
  await writeSnapshot(file, buildSnapshot([place('new'), place('newer')]));
  expect((await engineFrom(file)).search(everything).total).toBe(2);
  expect(readdirSync(join(file, '..'))).toEqual(['index']);
  await removeSnapshot(file);
  expect(readdirSync(join(file, '..'))).toEqual([]);
});

test('half a file, a foreign file and one of another version are refused', async () => {
  const file = newFile();
  await writeSnapshot(file, buildSnapshot([place('a'), place('b')]));
  const whole = readFileSync(file);
  for (const length of [0, 7, 8, 23, 24, 100, whole.length - 1]) {
    writeFileSync(file, whole.subarray(0, length));
    await expect(readSnapshot(file), `${length} bytes`).rejects.toThrow();
  }
  writeFileSync(file, Buffer.concat([whole, Buffer.alloc(1)]));
  await expect(readSnapshot(file)).rejects.toThrow('not whole');
  const other = Buffer.from(whole);
  other.write('0', 7);
  writeFileSync(file, other);
  await expect(readSnapshot(file)).rejects.toThrow('no search index of this version');
  await expect(readSnapshot(join(file, 'nowhere'))).rejects.toThrow();
});

test('a writer killed at any moment leaves a whole index under the name', async () => {
  const script = join(import.meta.dirname, '../../support/write-indexes.ts');
  for (const moment of [0, 3, 8, 14, 25, 40]) {
    const file = newFile();
    const writer = fork(script, [file]);
    await once(writer, 'message');
    await wait(moment);
    const ended = once(writer, 'exit');
    writer.kill('SIGKILL');
    const [, signal] = await ended;
    expect(signal, 'it was still writing').toBe('SIGKILL');
    const { total } = (await engineFrom(file)).search(everything);
    expect(total).toBeGreaterThanOrEqual(1000);
    expect(total % 10).toBe(0);
  }
}, 30_000);
