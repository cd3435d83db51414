import { describe, expect, test } from 'vitest';
import { addMonths, isOver, periodOf } from '#brokerage/retention.ts';
import { runRetention, runRetentionOnceADay } from '#brokerage/run-retention.ts';
import { demand } from '#db/schema/insight.ts';
import { insertFullCase } from '../support/full-case.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const closedOn = (iso: string) => ({ status: 'closed', closedAt: iso }) as const;
const isErased = (app: TestApp, id: string) =>
  rowsIn(app.db, 'brokerage_case').some((row) => row['id'] === id && row['wrapped_key'] === null);

describe('a period', () => {
  test.each([
    ['2024-11-23', 24, '2026-11-23'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (day, months, end) => {
    expect(addMonths(day, months)).toBe(end);
  });

  test('is counted in London’s days: what closed at half past midnight there closed that day', () => {
    const closedAt = '2026-06-30T23:30:00Z';
    expect(isOver(closedAt, { days: 1 }, new Date('2026-07-01T22:59:00Z'))).toBe(false);
    expect(isOver(closedAt, { days: 1 }, new Date('2026-07-01T23:00:00Z'))).toBe(true);
  });

  test('is as the council has set it', () => {
    const { settings } = openTestApp({ RETENTION_CASE_MONTHS: '36', RETENTION_ADVICE_MONTHS: '1' });
    expect(periodOf(settings, 'case')).toEqual({ months: 36 });
    expect(periodOf(settings, 'advice')).toEqual({ months: 1 });
    expect(periodOf(settings, 'spam')).toEqual({ days: 30 });
  });
});

describe.each([
  ['a request for a place', '2028-11-22', '2028-11-23', '2028-11-24', {}],
  ['a request for advice', '2027-05-22', '2027-05-23', '2027-05-24', { wish: 'advice' }],
  ['what no family sent', '2026-12-22', '2026-12-23', '2026-12-24', { quarantinedFor: 'trap' }],
] as const)('%s', (_, before, on, after, more) => {
  const run = async (day: string) => {
    const app = openTestApp();
    const { id } = insertFullCase(app, { ...closedOn('2026-11-23T16:00:00.000Z'), ...more });
    app.setTime(`${day}T09:00:00Z`);
    await runRetention(app, false);
    return isErased(app, id);
  };

  test('is whole the day before its time is over, and erased on that day and after', async () => {
    expect(await run(before)).toBe(false);
    expect(await run(on)).toBe(true);
    expect(await run(after)).toBe(true);
  });
});

test('an open request is kept, however old', async () => {
  const app = openTestApp();
  const { id } = insertFullCase(app);
  app.setTime('2036-11-23T10:00:00Z');
  await runRetention(app, false);
  expect(isErased(app, id)).toBe(false);
});

test('legal hold keeps a case past its time, and the report counts it', async () => {
  const app = openTestApp();
  const { id } = insertFullCase(app, { ...closedOn('2020-01-01T10:00:00Z'), legalHold: true });
  expect(await runRetention(app, false)).toMatchObject({ case: 0, held: 1 });
  expect(isErased(app, id)).toBe(false);
});

/** Two cases that are over, one on hold, one that is not; drafts, codes and messages that are over. */
function fill(app: TestApp): void {
  insertFullCase(app, closedOn('2024-11-22T10:00:00Z'));
  insertFullCase(app, closedOn('2024-11-22T10:00:00Z'));
  insertFullCase(app, { ...closedOn('2024-11-22T10:00:00Z'), legalHold: true });
  insertFullCase(app, closedOn('2026-11-22T10:00:00Z'));
  app.db.$client.exec(`update outbox_message set state = 'sent'`);
  app.setTime('2027-05-24T10:00:00Z');
}

test('a trial says what a run does, and changes nothing', async () => {
  const app = openTestApp();
  fill(app);
  const before = everyRow(app.db, ['retention_run']);
  const trial = await runRetention(app, true);
  expect(everyRow(app.db, ['retention_run'])).toEqual(before);
  expect(trial).toMatchObject({ case: 2, held: 1, draft: 8, code: 4, message: 8 });
  const { draft, code, message, ...cases } = await runRetention(app, false);
  expect({ draft, code, message, ...cases }).toEqual(trial);
  expect(rowsIn(app.db, 'retention_run').map((row) => [row['is_trial'], row['removed']])).toEqual([
    [1, JSON.stringify(trial)],
    [0, JSON.stringify(trial)],
  ]);
});

test('running again finds nothing more to do', async () => {
  const app = openTestApp();
  fill(app);
  await runRetention(app, false);
  const { held, ...removed } = await runRetention(app, false);
  expect(held).toBe(1);
  expect(new Set(Object.values(removed))).toEqual(new Set([0]));
});

test('the anonymous rows for sufficiency outlive everything', async () => {
  const app = openTestApp();
  fill(app);
  const row = { ageBand: '2', days: ['mon'], needGroups: ['health'], outcome: 'unmet' };
  app.db
    .insert(demand)
    .values({ ...row, id: 'd', closedMonth: '2024-11', hoursPerWeek: 5 })
    .run();
  const before = rowsIn(app.db, 'demand');
  app.setTime('2046-11-23T10:00:00Z');
  await runRetention(app, false);
  expect(rowsIn(app.db, 'demand')).toEqual(before);
  expect(rowsIn(app.db, 'brokerage_case').map((one) => one['reference'])).toHaveLength(4);
});

test('a message that still waits to be sent is not removed', async () => {
  const app = openTestApp();
  const { enquiryId } = insertFullCase(app);
  app.setTime('2027-11-24T10:00:00Z');
  await runRetention(app, false);
  expect(rowsIn(app.db, 'outbox_message').map((row) => row['subject_id'])).toContain(enquiryId);
});

test('housekeeping runs it once a London day, and a trial does not count', async () => {
  const app = openTestApp();
  app.setTime('2026-06-30T22:30:00Z');
  await runRetention(app, true);
  expect(await runRetentionOnceADay(app)).not.toBeNull();
  expect(await runRetentionOnceADay(app)).toBeNull();
  app.setTime('2026-06-30T23:00:00Z');
  expect(await runRetentionOnceADay(app)).not.toBeNull();
  expect(await runRetentionOnceADay(app)).toBeNull();
});
