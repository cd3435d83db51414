import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { location, serviceAtLocation } from '#db/schema/directory.ts';
import { directoryVersionOf } from '#directory/directory-version-store.ts';
import { allForSearch, getProvider, listProvidersByIds } from '#directory/provider-store.ts';
import { searchDocument, searchDocuments } from '#directory/search-documents.ts';
import { loadSampleArea } from '#exchange/load-sample-area.ts';
import { sharedWorkshop, workshop } from '../exchange/support.ts';

const shared = sharedWorkshop();
beforeAll(() => void loadSampleArea(shared.ctx));
const { db } = shared;

const words = { today: '2026-11-22', kindWords: (kind: string) => `words for ${kind}` };

test('providers come in the order asked for, whole, without those that may not be shown', () => {
  const { ctx, db } = workshop();
  loadSampleArea(ctx);
  const all = [...allForSearch(db)].length;
  const set = (id: string, change: Partial<typeof serviceAtLocation.$inferInsert>) =>
    db.update(serviceAtLocation).set(change).where(eq(serviceAtLocation.id, id)).run();
  const [a = '', b = '', c = '', d = ''] = [...allForSearch(db)].map(({ id }) => id);
  set(b, { optedOut: true });
  set(d, { withheld: true });
  set('sample0100', { leftOn: '2026-11-01' });
  const asked = [c, 'unknown', b, a, d, 'sample0100', "x' or 1=1"];
  expect(listProvidersByIds(db, asked).map(({ id }) => id)).toEqual([c, a]);
  expect(listProvidersByIds(db, [])).toEqual([]);
  expect(getProvider(db, b)).toBeNull();
  expect([...allForSearch(db)]).toHaveLength(all - 3);
  expect(getProvider(db, c)).toEqual(listProvidersByIds(db, [c])[0]);
});

test('children come in a readable order and belong to their own provider', () => {
  const all = [...allForSearch(db)];
  const rich = all.filter(
    (one) => one.inspections.length > 1 && one.schedule.length > 1 && one.costs.length > 1,
  );
  expect(rich.length).toBeGreaterThan(50);
  for (const one of rich) {
    const days = one.inspections.map(({ inspectedOn }) => inspectedOn);
    expect(days).toEqual([...days].sort().reverse());
    const times = one.schedule.map(({ day, opens }) => `${day} ${opens}`);
    expect(times).toEqual([...times].sort());
    expect(getProvider(db, one.id)).toEqual(one);
  }
});

test('an address has its postcode once, also when its source has it as the town too', () => {
  const source = db.select().from(location).where(eq(location.town, 'M41 5pr')).get();
  const school = [...allForSearch(db)].find(({ locationId }) => locationId === source?.id);
  expect(school?.address).toEqual({
    lines: ['211 Flixton Road', 'Urmston', 'Manchester'],
    ...{ town: null, postcode: 'M41 5PR' },
  });
});

test('the version starts at nothing', () => {
  expect(directoryVersionOf(workshop().db)).toBe(0);
});

test('a document tells offered from not said, and a no is in neither', () => {
  const one = [...allForSearch(db)][0];
  if (!one) throw new Error('empty');
  const answer = (text: 'yes' | 'with-notice' | 'no' | 'ask-us', confirmedOn = '2026-10-01') =>
    ({ answer: text, note: null, confirmedOn, source: 'provider' }) as const;
  const document = searchDocument(
    {
      ...one,
      kind: 'childminder',
      alsoKinds: [],
      name: null,
      inclusion: new Map([
        ['hoist', answer('yes')],
        ['bsl', answer('with-notice')],
        ['lift', answer('no')],
        ['oxygen', answer('ask-us')],
        ['makaton', answer('yes', '2025-01-01')],
      ]),
    },
    words,
  );
  const inclusion = document.facets['inclusion'] ?? [];
  expect(inclusion).toHaveLength(49);
  expect(inclusion.filter((value) => !value.endsWith('?'))).toEqual(['hoist', 'bsl']);
  expect(inclusion).toEqual(expect.arrayContaining(['oxygen?', 'makaton?', 'tube_feeding?']));
  expect(inclusion.some((value) => value.startsWith('lift'))).toBe(false);
  expect(document.facets['kind']).toEqual(['childminder', 'childcare']);
  expect(document.text).toContain('words for childminder');
  expect(document.text).not.toContain('null');
  expect(document.name > 'zzz').toBe(true);
});

test('every public provider becomes one document', () => {
  const ids = [...searchDocuments(allForSearch(db), words)].map(({ id }) => id);
  expect(ids).toEqual([...allForSearch(db)].map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(390);
});
