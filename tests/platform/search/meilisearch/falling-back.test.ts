import { expect, test } from 'vitest';
import { openFallingBack } from '#platform/search/meilisearch/falling-back.ts';
import type { LiveSearch } from '#platform/search/search-engine.ts';
import { engineOf, everything, place } from '../few-places.ts';
import { openOnStandIn } from './stand-in-engine.ts';

/** The server knows `there`, this process `here`: whichever answers can be told from the other. */
async function openBoth() {
  const open = await openOnStandIn();
  await open.engine.rebuild([place('there')]);
  const engine = engineOf(place('here'));
  const here: LiveSearch = {
    search: engine.search,
    searchHere: engine.search,
    state: () => '1',
    ready: () => Promise.resolve(),
    engine: () => 'embedded',
  };
  const said: string[] = [];
  const note = (event: string) => void said.push(event);
  const world = { isCurrent: true };
  const search = openFallingBack({
    ...{ server: open.engine, here, log: { info: note, warn: note, error: note } },
    isCurrent: () => world.isCurrent,
  });
  const answer = async (query = {}) =>
    (await search.search({ ...everything, ...query })).hits.map(({ id }) => id).join();
  return { ...open, search, answer, said, world };
}

test('the server answers what it can answer exactly, this process the rest', async () => {
  const { answer, search, said, world } = await openBoth();
  expect(await answer()).toBe('there');
  expect(search.engine()).toBe('meilisearch');
  expect(await answer({ words: 'there' })).toBe('there');
  expect(await answer({ words: 'heer' }), 'a word that nothing there has is forgiven').toBe('here');
  expect(await answer({ words: 'qqqq' })).toBe('');
  expect(await answer({ only: () => true })).toBe('here');
  expect(await answer({ offset: 0, limit: 5000 })).toBe('here');
  world.isCurrent = false;
  expect(await answer(), 'while the server is behind').toBe('here');
  expect(search.engine()).toBe('embedded');
  world.isCurrent = true;
  expect(await answer()).toBe('there');
  expect(said).toEqual([]);
});

test('a server that fails, or is gone, is not noticed by who asks, and said once', async () => {
  const { answer, search, said, standIn } = await openBoth();
  standIn.trouble(() => 'broken');
  for (let round = 0; round < 10; round += 1) expect(await answer()).toBe('here');
  expect(said).toEqual(['search answered here']);
  expect(search.engine()).toBe('embedded');
  expect(standIn.count('POST /multi-search'), 'then it is left alone').toBe(3);
});

test('a slow server is waited for less than 300 ms, and no longer after a few times', async () => {
  const { answer, standIn } = await openBoth();
  standIn.trouble(() => 'silent');
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const began = performance.now();
    expect(await answer()).toBe('here');
    times.push(performance.now() - began);
  }
  // The quickest of those that waited, so that a busy machine does not fail it.
  expect(Math.min(...times.slice(0, 3))).toBeLessThan(300);
  expect(Math.min(...times.slice(3))).toBeLessThan(50);
});

test('it returns by itself when the server does, at nobody’s cost', async () => {
  const { answer, search, said, standIn } = await openBoth();
  standIn.trouble(() => 'broken');
  for (let round = 0; round < 3; round += 1) await answer();
  standIn.trouble(() => 'none');
  expect(await answer(), 'the pause is not over').toBe('here');
  await expect.poll(() => answer(), { timeout: 20_000, interval: 200 }).toBe('there');
  expect(search.engine()).toBe('meilisearch');
  expect(said).toEqual(['search answered here', 'search answered by Meilisearch again']);
});
