import { describe, expect, test } from 'vitest';
import { TaskFailure } from '#platform/search/meilisearch/server-failure.ts';
import { everything, place } from '../few-places.ts';
import { openOnStandIn, soon } from './stand-in-engine.ts';

const near = { latitude: 53.4, longitude: -2.3 };

describe('settings', () => {
  test('are written once, and not again while they are as they should be', async () => {
    const { engine, standIn } = await openOnStandIn();
    await engine.rebuild([place('elm')]);
    const writes = () => standIn.requests.filter(({ line }) => line.startsWith('PATCH')).length;
    expect(writes()).toBe(1);
    expect(await engine.setUp()).toEqual([]);
    expect(writes()).toBe(1);
  });

  test('that somebody changed on the server are put right, and only those', async () => {
    const { engine, standIn } = await openOnStandIn();
    await engine.rebuild([place('elm')]);
    const index = standIn.indexes.get('fis');
    if (index) {
      standIn.indexes.set('fis', {
        ...index,
        settings: { ...index.settings, stopWords: ['elm'], synonyms: { elm: ['oak'] } },
      });
    }
    expect(await engine.setUp()).toEqual(['stopWords', 'synonyms']);
    const [patch] = standIn.requests.filter(({ line }) => line === 'PATCH /indexes/fis/settings');
    expect(JSON.parse(patch?.body ?? '')).toEqual({ stopWords: [], synonyms: {} });
    expect(await engine.setUp()).toEqual([]);
  });
});

describe('documents', () => {
  test('with a point off the globe are kept as without one, and fail no others', async () => {
    const { engine } = await openOnStandIn();
    await engine.rebuild([
      place('lost', { point: { latitude: 5340, longitude: -2.3 } }),
      place('nowhere', { point: { latitude: NaN, longitude: 0 } }),
      place('here', { point: near }),
    ]);
    const found = await engine.ask({ ...everything, near }, soon());
    expect(found?.hits.map(({ id, miles }) => [id, miles])).toEqual([
      ...[
        ['here', 0],
        ['lost', null],
        ['nowhere', null],
      ],
    ]);
  });

  test('keep ids and values of any signs, and names with half a letter', async () => {
    const { engine } = await openOnStandIn();
    const ids = ['a b', '_c', 'ÉÉ', '../d', '', 'x'.repeat(300)];
    const facets = { kind: ['A', 'a', 'é', '"x" OR 1', 'hoist?', '%5f_'] };
    await engine.rebuild(ids.map((id) => place(id, { facets, name: `${id}\ud800` })));
    const asked = {
      ...everything,
      count: ['kind'],
      filters: [{ facet: 'kind', anyOf: ['"x" OR 1'] }],
    };
    const found = await engine.ask(asked, soon());
    expect(found?.hits.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(found?.counts).toEqual({ kind: Object.fromEntries(facets.kind.map((one) => [one, 6])) });
    await engine.remove(ids.slice(1));
    expect((await engine.ask(everything, soon()))?.hits).toMatchObject([{ id: 'a b' }]);
  });

  test('with more spans than are kept are refused aloud, and the old index goes on', async () => {
    const { engine } = await openOnStandIn();
    await engine.rebuild([place('elm')]);
    const open = Array.from({ length: 5 }, (_, at) => ({ at: 1, from: at * 10, to: at * 10 + 5 }));
    const full = place('full', { spans: { open } });
    await expect(engine.index([full])).rejects.toThrow(
      'full has 5 spans of open, and 4 can be kept',
    );
    await expect(engine.rebuild([full])).rejects.toThrow(RangeError);
    expect((await engine.ask(everything, soon()))?.total).toBe(1);
    // Spans that make each other superfluous count once.
    const same = Array.from({ length: 9 }, (_, at) => ({ at, from: 10, to: 50 + at }));
    await engine.index([place('elm', { spans: { open: same } })]);
  });

  test('go in batches, one request after another', async () => {
    const { engine, standIn } = await openOnStandIn();
    const many = Array.from({ length: 2500 }, (_, at) => place(`place-${at}`));
    await engine.rebuild([...many, place('long', { text: 'word '.repeat(1_000_000) })]);
    const bodies = standIn.requests
      .filter(({ line }) => line === 'POST /indexes/fis_next/documents')
      .map(({ body }) => (JSON.parse(body) as unknown[]).length);
    expect(bodies).toEqual([1000, 1000, 500, 1]);
    expect(await engine.count()).toBe(2501);
  });
});

describe('a write', () => {
  test('that the server took and then did not do is no success', async () => {
    const { engine, standIn } = await openOnStandIn();
    await engine.rebuild([place('elm')]);
    standIn.failTasks((type) =>
      type === 'documentAdditionOrUpdate' ? 'no_space_left_on_device' : null,
    );
    const failure = await engine.index([place('oak')]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TaskFailure);
    expect(failure).toMatchObject({ code: 'no_space_left_on_device' });
  });

  test('to a busy server is tried again when it says, and given up in the end', async () => {
    const { engine, standIn, waited } = await openOnStandIn();
    await engine.rebuild([place('elm')]);
    let refusals = 2;
    standIn.trouble((line) =>
      line.startsWith('POST /indexes/fis/documents') && refusals-- > 0 ? { busyFor: 3 } : 'none',
    );
    await engine.index([place('oak')]);
    expect(await engine.count()).toBe(2);
    expect(waited).toHaveLength(2);
    for (const milliseconds of waited) {
      expect(milliseconds).toBeGreaterThanOrEqual(3000);
      expect(milliseconds).toBeLessThan(4600);
    }
    standIn.trouble(() => 'broken');
    await expect(engine.index([place('ash')])).rejects.toThrow('internal');
    expect(waited.length, 'four more tries, each later').toBe(6);
    expect(waited.slice(2)).toEqual(waited.slice(2).toSorted((a, b) => a - b));
  });

  test('to a server that says nothing ends, and does not hang', async () => {
    const { engine, standIn } = await openOnStandIn({ answer: 50 });
    standIn.trouble(() => 'silent');
    await expect(engine.index([place('elm')])).rejects.toThrow('has failed');
  });

  test('with a wrong key is refused at once', async () => {
    const { engine, standIn, waited } = await openOnStandIn();
    standIn.trouble(() => 'none');
    standIn.refuseKeys();
    await expect(engine.index([place('elm')])).rejects.toThrow('invalid_api_key');
    expect(waited).toEqual([]);
  });
});
