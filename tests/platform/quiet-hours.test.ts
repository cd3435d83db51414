import { describe, expect, test } from 'vitest';
import { composers } from '../../src/compose-mail.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { drainOutbox } from '#platform/outbox/drain-outbox.ts';
import { endOfQuiet } from '#platform/outbox/quiet-hours.ts';
import { addCase, tell } from '../support/family-case.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const night = { from: 20 * 60, to: 8 * 60 };
const end = (iso: string, quiet = night) =>
  endOfQuiet(new Date(iso), quiet)?.toISOString().slice(0, 19) ?? null;

describe('from 20:00 to 08:00 in London', () => {
  test.each([
    ['2026-11-23T07:59:59Z', '2026-11-23T08:00:00'],
    ['2026-11-23T08:00:00Z', null],
    ['2026-11-23T19:59:59Z', null],
    ['2026-11-23T20:00:00Z', '2026-11-24T08:00:00'],
    ['2026-11-23T23:59:30Z', '2026-11-24T08:00:00'],
    ['2026-11-24T00:00:00Z', '2026-11-24T08:00:00'],
    // In summer London is an hour ahead of UTC.
    ['2026-07-01T06:59:00Z', '2026-07-01T07:00:00'],
    ['2026-07-01T07:00:00Z', null],
    ['2026-07-01T19:00:00Z', '2026-07-02T07:00:00'],
    // The nights in which the clocks go forward and back.
    ['2027-03-27T21:00:00Z', '2027-03-28T07:00:00'],
    ['2027-10-30T21:00:00Z', '2027-10-31T08:00:00'],
  ])('at %s a text waits until %s', (now, until) => {
    expect(end(now)).toBe(until);
  });
});

test('quiet hours within a day, and none at all', () => {
  const lunch = { from: 12 * 60, to: 13 * 60 + 30 };
  expect(end('2026-11-23T12:10:00Z', lunch)).toBe('2026-11-23T13:30:00');
  expect(end('2026-11-23T13:30:00Z', lunch)).toBeNull();
  expect(end('2026-11-23T03:00:00Z', lunch)).toBeNull();
  expect(endOfQuiet(new Date('2026-11-23T03:00:00Z'), null)).toBeNull();
});

describe('a message at night', () => {
  const state = (app: TestApp) => app.db.select().from(outboxMessage).get();
  /** What goes, of a family that chose this channel, at nine in the evening. */
  function atNine(channel: 'email' | 'text', environment = {}) {
    const app = openTestApp(environment);
    app.setTime('2026-11-23T21:00:00Z');
    const family = addCase(app, { channel });
    tell(app, family, 'request-received');
    const sent: string[] = [];
    const send = (id: string) => Promise.resolve(void sent.push(id));
    return { app, family, sent, drain: () => drainOutbox(app, composers, { send }) };
  }

  test('waits until the morning when it is a text, which is not an attempt', async () => {
    const { app, sent, drain } = atNine('text');
    await drain();
    expect(sent).toEqual([]);
    expect(state(app)).toMatchObject({
      ...{ state: 'queued', attempts: 0, leaseUntil: null },
      nextAt: '2026-11-24T08:00:00.000Z',
    });
    app.setTime('2026-11-24T07:59:00Z');
    expect(await drain()).toBe(0);
    app.setTime('2026-11-24T08:00:00Z');
    await drain();
    expect(sent).toHaveLength(1);
    expect(state(app)).toMatchObject({ state: 'sent' });
  });

  test('goes at once when it is an e-mail, or the council has no quiet hours', async () => {
    for (const { sent, drain } of [atNine('email'), atNine('text', { QUIET_HOURS: 'none' })]) {
      await drain();
      expect(sent).toHaveLength(1);
    }
  });

  test('does not go at all when a newer one has come meanwhile', async () => {
    const { app, family, sent, drain } = atNine('text');
    await drain();
    tell(app, family, 'tracking-link');
    app.setTime('2026-11-24T08:00:00Z');
    await drain();
    expect(sent).toHaveLength(1);
    expect(
      app.db
        .select()
        .from(outboxMessage)
        .all()
        .map((row) => [row.kind, row.state])
        .sort(),
    ).toEqual([
      ['request-received', 'cancelled'],
      ['tracking-link', 'sent'],
    ]);
  });
});
