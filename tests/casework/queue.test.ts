import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { casesPerPage, listQueue } from '#casework/queue/list-queue.ts';
import { claimCase } from '#casework/queue/claim-case.ts';
import { noFilters, type Filters } from '#casework/queue/case-facts.ts';
import { queueViews, type QueueView } from '#casework/queue/queue.ts';
import { plainQueue } from '#casework/queue/queue-query.ts';
import { factsOfCases } from '#casework/queue/case-index.ts';
import { queuePage } from '#casework/queue/queue-page.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { caseTask } from '#db/schema/casework.ts';
import { claimed, closeAs, sendSampleRequest, valueOf } from '../support/request.ts';
import { asha, ben, openSampleApp, openTestApp, type TestApp } from '../support/test-app.ts';
import { addColleagues } from './colleagues.ts';

const href = (path: string, query = {}) => addressOf('en', path, query);
const references = (app: TestApp, view: QueueView, page = 1) =>
  valueOf(listQueue(app.as(asha), { ...plainQueue, view, page })).rows.map(
    ({ subject }) => subject.reference,
  );
const shown = (app: TestApp, filters: Partial<Filters>, view: QueueView = 'all') =>
  valueOf(listQueue(app.as(asha), { ...plainQueue, view, filters: { ...noFilters, ...filters } }));
const look = (app: TestApp, query: string) =>
  queuePage(app.as(asha), href, new Request(`http://localhost/staff?${query}`));

test('each view holds its cases, and counts them, for the one who looks', () => {
  const app = openTestApp();
  const [free, mine, bens, done, gone] = Array.from({ length: 5 }, () => sendSampleRequest(app));
  if (!free || !mine || !bens || !done || !gone) throw new Error('not sent');
  claimed(app, mine);
  valueOf(claimCase(app.as(ben), bens.reference));
  closeAs(app, done, 'found-own');
  valueOf(withdrawRequest(gone.family));
  expect(references(app, 'unassigned')).toEqual([free.reference]);
  expect(references(app, 'mine')).toEqual([mine.reference]);
  expect(references(app, 'all').sort()).toEqual(
    [free.reference, mine.reference, bens.reference].sort(),
  );
  expect(references(app, 'closed').sort()).toEqual([done.reference, gone.reference].sort());
  const { counts } = valueOf(listQueue(app.as(ben), { ...plainQueue, view: 'mine' }));
  expect(counts).toEqual({
    ...{ unassigned: 1, mine: 1, all: 3, closed: 2, today: 0, overdue: 0 },
    ...{ 'waiting-family': 0, 'waiting-provider': 0 },
  });
});

test('what is due first comes first, then what came first; closed, the latest first', () => {
  const app = openTestApp();
  const at = (iso: string) => {
    app.setTime(iso);
    return sendSampleRequest(app);
  };
  const third = at('2026-11-25T09:00:00Z');
  const second = at('2026-11-23T11:00:00Z');
  const first = at('2026-11-23T10:00:00Z');
  const inOrder = [first, second, third].map(({ reference }) => reference);
  expect(references(app, 'unassigned')).toEqual(inOrder);
  for (const [hour, sent] of [third, first, second].entries()) {
    app.setTime(`2026-11-26T1${hour}:00:00Z`);
    valueOf(withdrawRequest(sent.family));
  }
  expect(references(app, 'closed')).toEqual([second, first, third].map((one) => one.reference));
});

/** Copies one request until there are `count` of them. */
function manyRequests(app: TestApp, count: number): void {
  sendSampleRequest(app);
  const row = app.db.select().from(brokerageCase).get();
  if (!row) throw new Error('not sent');
  for (let copy = 1; copy < count; copy += 1) {
    // A copy cannot be opened, because what is sealed stays with its row; it is only counted.
    app.db
      .insert(brokerageCase)
      .values({ ...row, id: `copy ${copy}`, reference: `FIS-${copy}`, wrappedKey: null })
      .run();
  }
}

describe('pages', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
    [9999, 3],
    [0, 1],
    [-1, 1],
    [1.5, 1],
    [2.9, 2],
    [Infinity, 3],
  ])('page %d of three is page %i', (asked, shown) => {
    const app = openTestApp();
    manyRequests(app, casesPerPage * 2 + 1);
    const queue = valueOf(listQueue(app.as(asha), { ...plainQueue, view: 'all', page: asked }));
    expect(queue).toMatchObject({
      query: { page: shown },
      pageCount: 3,
      counts: { all: casesPerPage * 2 + 1 },
    });
  });

  test('lead on and back; odd ones in the address are the first', async () => {
    const app = openTestApp();
    manyRequests(app, casesPerPage + 1);
    expect(valueOf(await look(app, 'view=all')).view).toMatchObject({
      previous: null,
      next: '/staff?view=all&page=2',
    });
    expect(valueOf(await look(app, 'view=all&page=2')).view).toMatchObject({
      previous: '/staff?view=all',
      next: null,
    });
    for (const page of ['', 'x', '-3', "1' or 1=1", '1.5', '1e999']) {
      expect(await look(app, `view=all&page=${encodeURIComponent(page)}`)).toMatchObject({
        ok: true,
      });
    }
  });

  test('an unknown view is the unassigned, and each empty one says so', async () => {
    const app = openTestApp();
    for (const view of [...queueViews, 'everything']) {
      const { view: shown } = valueOf(await look(app, `view=${view}`));
      const current = queueViews.some((known) => known === view) ? view : 'unassigned';
      expect(shown?.views.find((one) => one.current)?.href).toBe(`/staff?view=${current}`);
      expect(shown?.empty).toMatch(/\.$/);
    }
  });
});

test('a case that does not open is named, and does not hide the others', async () => {
  const app = openTestApp();
  const [whole, damaged] = [sendSampleRequest(app), sendSampleRequest(app)];
  app.db
    .update(brokerageCase)
    .set({ sealedFamily: whole.now().reference })
    .where(eq(brokerageCase.id, damaged.caseId))
    .run();
  const { rows, unreadable } = valueOf(listQueue(app.as(asha), plainQueue));
  expect(rows.map(({ subject }) => subject.reference)).toEqual([whole.reference]);
  expect(unreadable).toEqual([damaged.reference]);
  expect(valueOf(await look(app, '')).view?.unreadable).toContain(damaged.reference);
});

/** Children of the sample area's ages, each with one thing to filter by. */
function threeFamilies(app: TestApp) {
  const plain = { groups: [], tasks: [] };
  return {
    toddler: sendSampleRequest(app),
    baby: sendSampleRequest(app, {
      children: { name: [''], month: ['9'], year: ['2026'] },
      'needs-1': { groups: [], text: [''] },
      'care-1': plain,
      start: { when: ['soon'] },
    }),
    schoolchild: sendSampleRequest(app, {
      children: { name: [''], month: ['1'], year: ['2020'] },
      'needs-1': { groups: [], text: [''] },
      contact: { name: ['Ola'], channel: ['email'], email: ['ola@example.org'], speaks: ['pl'] },
    }),
  };
}

describe('filters', () => {
  test('find what is sealed, count what fits, and leave what has closed alone', () => {
    const app = openTestApp();
    const { toddler, baby, schoolchild } = threeFamilies(app);
    const gone = sendSampleRequest(app);
    valueOf(withdrawRequest(gone.family));
    const found = (filters: Partial<Filters>) =>
      shown(app, filters).rows.map(({ subject }) => subject.id);
    expect(found({ needs: true })).toEqual([toddler.caseId]);
    expect(found({ urgent: true })).toEqual([baby.caseId]);
    expect(found({ language: 'pl' })).toEqual([schoolchild.caseId]);
    expect(found({ age: 'under-1' })).toEqual([baby.caseId]);
    expect(found({ age: '2' })).toEqual([toddler.caseId]);
    expect(found({ age: '2', language: 'pl' })).toEqual([]);
    expect(found({ ward: 'E05000001' })).toEqual([]);
    expect(shown(app, { needs: true }).counts).toMatchObject({ all: 1, unassigned: 1, closed: 1 });
    expect(shown(app, { needs: true }, 'closed').rows).toHaveLength(1);
    expect(shown(app, {}).languages).toEqual(['pl', 'ur']);
  });

  test('a ward is the one in which the family lives', () => {
    const app = openSampleApp();
    const { caseId } = sendSampleRequest(app);
    const [ward] = shown(app, {}).wards;
    expect(ward?.name).toMatch(/\w/);
    expect(shown(app, { ward: ward?.code ?? '' }).rows[0]?.subject.id).toBe(caseId);
    expect(shown(app, { ward: 'E05000001' }).rows).toEqual([]);
  });

  test('stand in the address, and each is a link that takes it away', async () => {
    const app = openTestApp();
    threeFamilies(app);
    const query = 'view=all&needs=1&urgent=1&language=ur&age=2';
    const { view } = valueOf(await look(app, query));
    expect(view?.filters?.chosen.map(({ href: to }) => to)).toEqual([
      '/staff?view=all&urgent=1&language=ur&age=2',
      '/staff?view=all&needs=1&language=ur&age=2',
      '/staff?view=all&needs=1&urgent=1&age=2',
      '/staff?view=all&needs=1&urgent=1&language=ur',
    ]);
    expect(view?.views[0]?.href).toBe(`/staff?${query.replace('all', 'unassigned')}`);
    expect(view?.empty).toContain('filter');
    expect(valueOf(await look(app, 'view=closed&needs=1')).view).toMatchObject({ filters: null });
    const odd = 'view=all&language=%3Cb%3E&ward=a%20b&age=90&needs=yes&page=-1';
    expect(valueOf(await look(app, odd)).view?.filters?.chosen).toEqual([]);
  });

  test('a case is opened once for each version, and forgotten once it has closed', () => {
    const app = openTestApp();
    const { caseId, family } = sendSampleRequest(app);
    const listed = [{ id: caseId, version: 1 }];
    expect(factsOfCases(app, listed).get(caseId)).toMatchObject({ hasNeeds: true, ages: ['2'] });
    const spoil = { sealedFamily: 'spoiled' };
    app.db.update(brokerageCase).set(spoil).where(eq(brokerageCase.id, caseId)).run();
    expect(factsOfCases(app, listed).size).toBe(1);
    expect(JSON.stringify([...factsOfCases(app, listed)])).not.toMatch(/Amina|2024/);
    expect(factsOfCases(app, [{ id: caseId, version: 2 }]).size).toBe(0);
    expect(factsOfCases(app, listed).size, 'forgotten, and it does not open again').toBe(0);
    expect(family.actor).toMatchObject({ caseId });
  });
});

test('a task that is due brings its case into the lists of the day, also after it has closed', () => {
  const app = openTestApp();
  const [busy, done] = [sendSampleRequest(app), sendSampleRequest(app)];
  closeAs(app, done, 'found-own');
  const task = (caseId: string, kind: 'own' | 'follow-up', due: string) =>
    app.db
      .insert(caseTask)
      .values({ ...{ id: caseId, caseId, kind, due }, createdAt: due, dedupeKey: caseId })
      .run();
  task(busy.caseId, 'own', '2026-11-23');
  task(done.caseId, 'follow-up', '2026-11-20');
  expect(references(app, 'today')).toEqual([busy.reference]);
  expect(references(app, 'overdue')).toEqual([done.reference]);
  expect(references(app, 'all')).toEqual([busy.reference]);
  app.db.update(caseTask).set({ doneAt: '2026-11-23' }).run();
  expect([...references(app, 'today'), ...references(app, 'overdue')]).toEqual([]);
});

test('a promise to the family that is not kept makes its case overdue, until it waits for the family', () => {
  const app = openTestApp();
  const { caseId, reference } = sendSampleRequest(app);
  const set = (change: Partial<typeof brokerageCase.$inferInsert>) =>
    app.db.update(brokerageCase).set(change).where(eq(brokerageCase.id, caseId)).run();
  set({ contactedAt: '2026-11-20T09:00:00Z', optionsDue: '2026-11-20', waitingSince: null });
  expect(references(app, 'overdue')).toEqual([reference]);
  set({ waitingSince: '2026-11-20T10:00:00Z' });
  expect(references(app, 'overdue')).toEqual([]);
  set({ waitingSince: null, optionsAt: '2026-11-20T10:00:00Z' });
  expect(references(app, 'overdue')).toEqual([]);
});

test('a row says who, how old, what for, what next and by when, and in the team’s list whose it is', async () => {
  const app = openTestApp();
  addColleagues(app);
  const { reference } = sendSampleRequest(app, { start: { when: ['soon'] } });
  valueOf(claimCase(app.as(ben), reference));
  const [row] = valueOf(await look(app, 'view=all')).view?.rows ?? [];
  expect(row).toMatchObject({
    ...{ reference, who: 'Amina', age: '2 years', urgent: 'Urgent', owner: 'Ben' },
    need: expect.stringContaining('M33 · '),
    next: 'Find and ask places',
    clock: expect.stringContaining('Tuesday 24 November'),
    claimable: false,
  });
  const { view } = valueOf(await look(app, 'view=mine'));
  expect([view?.columns, view?.rows]).toEqual([expect.not.arrayContaining(['owner']), []]);
});
