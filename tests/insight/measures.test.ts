import { describe, expect, test } from 'vitest';
import { demand } from '#db/schema/insight.ts';
import { claimCase } from '#casework/queue/claim-case.ts';
import { csvText } from '#insight/csv.ts';
import { downloadMeasure } from '#insight/download-measure.ts';
import { downloadPage } from '#insight/download-page.ts';
import { measuresView } from '#insight/measures.view.ts';
import { boundsOf, readPeriod, reportYear } from '#insight/period.ts';
import { viewMeasures } from '#insight/view-measures.ts';
import { staffRoles, type Actor } from '#platform/context.ts';
import { insertSealedCase } from '../support/sealed-case.ts';
import { askPlace, closeAs, sendSampleRequest, valueOf } from '../support/request.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';
import { post } from '../casework/file/posts.ts';

const as = (role: (typeof staffRoles)[number]): Actor => ({
  ...{ kind: 'staff', id: role, name: role },
  role,
});
const year = { from: '2025-12', to: '2026-11' };
const seen = (app: TestApp, period = year) => valueOf(viewMeasures(app.as(as('manager')), period));
const named = (app: TestApp, name: string, isWhole = false) => {
  const found = measuresView(app.as(asha).words, seen(app), isWhole);
  return found.find((measure) => measure.name === name);
};

/** So many children without a place. */
function addUnmet(app: TestApp, ward: string, ageBand: string, need: string | null, many: number) {
  for (let count = 0; count < many; count += 1)
    app.db
      .insert(demand)
      .values({
        ...{ id: app.ids.id(), closedMonth: '2026-05', wardCode: ward, wardName: `Ward ${ward}` },
        ...{ ageBand, days: [], needGroups: need === null ? [] : [need], outcome: 'unmet' },
      })
      .run();
}

describe('a period', () => {
  test('is the last twelve months unless another is asked for', () => {
    const read = (search: string) => readPeriod(new URLSearchParams(search), '2026-11-23');
    expect(read('')).toEqual(year);
    expect(read('from=2026-01&to=2026-03')).toEqual({ from: '2026-01', to: '2026-03' });
    for (const odd of ['from=2026-03&to=2026-01', 'from=2026-13&to=2027-01', 'from=1&to=2'])
      expect(read(odd)).toEqual(year);
    expect(read('from=2001-01&to=2026-01')).toEqual(year);
  });

  test('begins and ends with London’s months, in summer too', () => {
    expect(boundsOf({ from: '2026-07', to: '2026-10' })).toEqual({
      from: '2026-06-30T23:00:00.000Z',
      until: '2026-11-01T00:00:00.000Z',
    });
    expect(reportYear('2026-03')).toEqual({ from: '2025-04', to: '2026-03' });
    expect(reportYear('2026-04')).toEqual({ from: '2026-04', to: '2027-03' });
  });
});

describe('who may see the measures', () => {
  test('are those who work on requests and managers, and nothing is opened', () => {
    const app = openTestApp();
    insertSealedCase(app, { sealedFamily: 'not to be opened' });
    const before = everyRow(app.db);
    const may = staffRoles.filter((role) => viewMeasures(app.as(as(role)), year).ok);
    expect(may).toEqual(['broker', 'inclusion', 'manager']);
    expect(viewMeasures(app.as({ kind: 'public' }), year).ok).toBe(false);
    expect(everyRow(app.db)).toEqual(before);
  });
});

test('requests are counted in the month that London was in; what was put aside is not', () => {
  const app = openTestApp();
  const closed = { status: 'closed', outcome: 'found-own' } as const;
  insertSealedCase(app, { receivedAt: '2026-06-30T23:30:00.000Z' });
  insertSealedCase(app, {
    ...{ receivedAt: '2026-06-30T22:30:00.000Z', closedAt: '2026-07-02T10:00:00.000Z', ...closed },
  });
  insertSealedCase(app, { receivedAt: '2026-07-01T10:00:00.000Z', quarantinedFor: 'spam' });
  insertSealedCase(app, {
    ...{ receivedAt: '2024-07-01T10:00:00.000Z', closedAt: '2024-07-01T10:00:00.000Z', ...closed },
  });
  const months = seen(app).months.filter(({ arrived, closed: ended }) => arrived + ended > 0);
  expect(months).toEqual([
    { month: '2026-06', arrived: 1, closed: 0 },
    { month: '2026-07', arrived: 1, closed: 1 },
  ]);
});

test('open requests are told by step, by working days, and by who has them, in order of name', () => {
  const app = openTestApp();
  // Monday 23 November, 10:00: Friday evening’s request counts as today’s.
  insertSealedCase(app, { receivedAt: '2026-11-20T18:00:00.000Z' });
  insertSealedCase(app, { receivedAt: '2026-11-17T10:00:00.000Z', status: 'waiting-family' });
  insertSealedCase(app, {
    ...{ receivedAt: '2026-10-01T10:00:00.000Z', status: 'in-progress', ownerId: 'zed' },
    nextActionDue: '2026-11-20',
  });
  const found = seen(app);
  expect(found.steps.map(({ count }) => count)).toEqual([1, 1, 0, 1]);
  expect(found.ages).toEqual([1, 1, 0, 0, 1]);
  expect(found.workload).toContainEqual({
    ...{ ownerId: 'zed', name: null, open: 1, overdue: 1, waiting: 0 },
    oldest: '2026-10-01T10:00:00.000Z',
  });
  expect(named(app, 'workload')?.chart).toBeNull();
});

test('a promise is kept in time, late, missed or still open; what ended before its day is in none', () => {
  const app = openTestApp();
  const receivedAt = '2026-11-02T10:00:00.000Z';
  const contactDue = '2026-11-04';
  const add = (row: Parameters<typeof insertSealedCase>[1]) =>
    insertSealedCase(app, { receivedAt, contactDue, ...row });
  add({ contactedAt: '2026-11-04T16:00:00.000Z' });
  add({ contactedAt: '2026-11-05T09:00:00.000Z' });
  add({});
  add({ contactDue: '2026-11-23' });
  add({ status: 'closed', closedAt: '2026-11-03T09:00:00.000Z' });
  add({ status: 'closed', closedAt: '2026-11-09T09:00:00.000Z' });
  add({ contactDue: null, optionsDue: '2026-11-20', waitingSince: '2026-11-19T10:00:00.000Z' });
  expect(seen(app).promises).toEqual({
    contact: { inTime: 1, late: 1, missed: 2, open: 1 },
    options: { inTime: 0, late: 0, missed: 0, open: 1 },
  });
});

test('a request that closes without a place moves outcomes, refusals and unmet need by its child', () => {
  const app = openTestApp();
  const sent = sendSampleRequest(app);
  askPlace(app, sent);
  closeAs(app, sent, 'unmet');
  const found = seen(app);
  expect(found.outcomes).toEqual([{ code: 'unmet', count: 1 }]);
  expect(found.refusals).toEqual([{ code: 'no-reply', count: 1 }]);
  expect(found.unmet).toEqual({ whole: 1, table: null });
  expect(named(app, 'unmet')).toMatchObject({ rows: [] });
  expect(named(app, 'unmet')?.text).not.toContain('1 child');
});

describe('unmet need', () => {
  test('is told by ward, age and need, small numbers and what would betray them hidden', () => {
    const app = openTestApp();
    addUnmet(app, 'A', '2', null, 9);
    addUnmet(app, 'A', '3-4', 'equipment', 7);
    addUnmet(app, 'B', '2', null, 8);
    addUnmet(app, 'B', '3-4', 'senses', 2);
    const table = seen(app).unmet.table;
    expect(table?.sums.at(-1)).toBe(26);
    expect(JSON.stringify(table)).not.toMatch(/\b[1-4]\b/);
    const shown = named(app, 'unmet')?.rows.map((row) => row.slice(0, 2).join(' '));
    expect(shown).not.toContain('Ward B Senses and space');
    expect(named(app, 'unmet', true)?.rows.length).toBeGreaterThan(20);
  });

  test('is of a whole year from April, so that periods cannot be subtracted', () => {
    const app = openTestApp();
    addUnmet(app, 'A', '2', null, 9);
    const one = seen(app, { from: '2026-05', to: '2026-05' }).unmet;
    expect(one).toEqual(seen(app, { from: '2026-06', to: '2026-11' }).unmet);
    expect(one.whole).toBe(9);
    expect(seen(app, { from: '2026-01', to: '2026-03' }).unmet.whole).toBe(0);
  });
});

describe('a download', () => {
  test.each(['=1+1', '+44', '-1', '@x', '\tx', '\rx', ' =1'])('makes no formula of %j', (text) => {
    expect(csvText(['a'], [[text]])).toBe(`\ufeff"a"\r\n"'${text}"\r\n`);
  });

  test('quotes what it must, and leaves numbers numbers', () => {
    expect(csvText(['a', 'b'], [['x "y", z', -5]])).toBe('\ufeff"a","b"\r\n"x ""y"", z",-5\r\n');
  });

  test('is on record with its reason, and is not given without one', async () => {
    const app = openTestApp();
    insertSealedCase(app);
    const ask = (typed: Record<string, string>) => downloadPage(app.as(as('manager')), post(typed));
    const wrong = valueOf(await ask({ name: 'workload', reason: ' ' }));
    expect(wrong).toMatchObject({ file: null, status: 422 });
    expect(rowsIn(app.db, 'audit_entry')).toEqual([]);
    const given = valueOf(await ask({ name: 'months', reason: 'Yearly report' }));
    expect(given.file?.csv).toContain('"November 2026",1,0');
    expect(rowsIn(app.db, 'audit_entry')).toMatchObject([
      { action: 'measures-downloaded', fields: '["months"]', reason: 'Yearly report' },
    ]);
  });

  test('has no name in it, of families or staff', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    valueOf(claimCase(app.as(asha), sent.reference));
    for (const name of ['months', 'steps', 'ages', 'promises', 'outcomes', 'unmet'] as const) {
      const asked = { name, period: year, reason: 'x' };
      const csv = valueOf(downloadMeasure(app.as(asha), asked));
      for (const word of ['Asha', 'Amina', sent.reference]) expect(csv).not.toContain(word);
    }
  });
});
