import { expect, test } from 'vitest';
import { everything, place } from '../few-places.ts';
import { openOnStandIn, soon } from './stand-in-engine.ts';

const idsOf = async ({ engine }: Awaited<ReturnType<typeof openOnStandIn>>) =>
  (await engine.ask(everything, soon()))?.hits.map(({ id }) => id);

test('a rebuild is seen only when it is whole, and leaves nothing behind', async () => {
  const open = await openOnStandIn();
  await open.engine.rebuild([place('old')]);
  const seen: unknown[] = [];
  await open.engine.rebuild([place('new'), place('newer')], async () => {
    seen.push(await idsOf(open));
  });
  expect(seen).toEqual([['old']]);
  expect(await idsOf(open)).toEqual(['new', 'newer']);
  expect([...open.standIn.indexes.keys()]).toEqual(['fis']);
  expect(await open.engine.hasLeftOver()).toBe(false);
});

test('what changed while it was loaded is in it from the first', async () => {
  const open = await openOnStandIn();
  await open.engine.rebuild([place('elm'), place('oak')], async (next) => {
    await next.index([place('ash')]);
    await next.remove(['oak']);
  });
  expect(await idsOf(open)).toEqual(['ash', 'elm']);
});

test.each(['settingsUpdate', 'documentAdditionOrUpdate', 'indexSwap'])(
  'one that breaks off at %s leaves the old index answering, and the next cleans up',
  async (step) => {
    const open = await openOnStandIn();
    await open.engine.rebuild([place('old')]);
    open.standIn.failTasks((type) => (type === step ? 'internal' : null));
    await expect(open.engine.rebuild([place('new')])).rejects.toThrow('internal');
    expect(await idsOf(open)).toEqual(['old']);
    expect(await open.engine.hasLeftOver()).toBe(true);
    open.standIn.failTasks(() => null);
    await open.engine.rebuild([place('newest')]);
    expect(await idsOf(open)).toEqual(['newest']);
    expect(await open.engine.hasLeftOver()).toBe(false);
  },
);

test('one after which not all documents answer is taken back', async () => {
  const open = await openOnStandIn();
  await open.engine.rebuild([place('old')]);
  let counted = 0;
  open.standIn.trouble((line) => {
    // Between the loading and the swap something else deletes from the new index.
    if (line === 'GET /indexes/fis/stats' && ++counted === 1) {
      open.standIn.indexes.get('fis_next')?.documents.delete('oak');
    }
    return 'none';
  });
  await expect(open.engine.rebuild([place('elm'), place('oak')])).rejects.toThrow(
    'Of 2 documents 1 answered',
  );
  expect(await idsOf(open)).toEqual(['old']);
});
