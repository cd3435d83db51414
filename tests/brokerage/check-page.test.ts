import { describe, expect, test } from 'vitest';
import { checkPage } from '#brokerage/check-page.ts';
import { pathOf } from '#brokerage/ask/steps.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { findVisit } from '#platform/links/visit.ts';
import { sampleSteps, typedAnswers } from '../support/family.ts';
import { anybody, startDraft, valueOf } from '../support/request.ts';
import { rowsIn } from '../support/rows.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const href = (path: string) => addressOf('en', path);
const check = (app: TestApp, token: string | undefined, method = 'GET') =>
  checkPage(app.as(anybody), href, token, method === 'POST' ? {} : null);
const path = pathOf(sampleSteps);
const shownOf = (app: TestApp, token: string) => {
  const { view } = valueOf(check(app, token));
  if (view === null) throw new Error('It leads away');
  return [...view.rows, ...view.children.flatMap(({ rows }) => rows)];
};

test('every answer is shown, and each leads to its question', () => {
  const app = openTestApp();
  const rows = shownOf(app, startDraft(app, {}));
  const shown = new Map(rows.map(({ key, value }) => [key.text, value.text]));
  expect(shown.get('We call you')).toBe('Amina');
  expect(shown.get('Postcode')).toBe('M33 2DH');
  expect(shown.get('You like to speak')).toBe('Urdu');
  expect(shown.get('Days and times')).toBe('Monday: 8am to 1pm\nSaturday: 8am to 1pm');
  expect(shown.get('From')).toBe('January 2027');
  expect(shown.get('Help from staff with')).toBe('Tube feeding');
  const asked = new Set(rows.flatMap(({ actions }) => actions.items.map((item) => item.href)));
  expect(asked).toEqual(new Set([...path.map((step) => `/ask/${step}`), '/ask/first']));
});

test('what was left out is said to be so', () => {
  const app = openTestApp();
  const overrides = {
    contact: { ...typedAnswers.contact, name: [''] },
    'needs-1': {},
    start: { when: ['soon'] },
    times: { notSure: ['yes'] },
  };
  const steps = path.filter((step) => step !== 'care-1');
  const rows = shownOf(app, startDraft(app, { steps, overrides }));
  const shown = new Map(rows.map(({ key, value }) => [key.text, value.text]));
  expect(shown.get('We call you')).toBe('Not provided');
  expect(shown.get('What would help')).toBe('Nothing in the list');
  expect(shown.get('Days and times')).toBe('I am not sure yet');
  expect(shown.get('From')).toBe('As soon as possible');
});

test.each(path.filter((step) => step !== 'wish'))(
  'with %s open, it is asked first, also when sending is tried',
  (open) => {
    const app = openTestApp();
    const token = startDraft(app, { steps: path.filter((step) => step !== open) });
    for (const method of ['GET', 'POST']) {
      expect(valueOf(check(app, token, method))).toMatchObject({
        redirect: `/ask/${open}`,
        visitToken: null,
      });
    }
    expect(rowsIn(app.db, 'brokerage_case')).toEqual([]);
  },
);

test('an answer that the days have overtaken is asked again', () => {
  const app = openTestApp();
  app.setTime('2026-11-30T12:00:00Z');
  const token = startDraft(app, { overrides: { children: { month: ['11'], year: ['2006'] } } });
  app.setTime('2026-12-02T12:00:00Z');
  expect(valueOf(check(app, token)).redirect).toBe('/ask/children');
  expect(valueOf(check(app, token, 'POST')).redirect).toBe('/ask/children');
});

describe('sent', () => {
  test('it leads to the confirmation, with a way in to the request', () => {
    const app = openTestApp();
    const sent = valueOf(check(app, startDraft(app, {}), 'POST'));
    expect(sent.redirect).toBe('/ask/sent');
    const caseId = rowsIn(app.db, 'brokerage_case')[0]?.['id'];
    expect(findVisit(app.db, app.clock, 'track', sent.visitToken ?? '')).toBe(caseId);
  });

  test('once more, by a double click, Back or reload, it leads to the same request', () => {
    const app = openTestApp();
    const token = startDraft(app, {});
    for (const method of ['POST', 'POST', 'GET']) {
      expect(valueOf(check(app, token, method)).redirect).toBe('/ask/sent');
    }
    expect(rowsIn(app.db, 'brokerage_case')).toHaveLength(1);
    expect(rowsIn(app.db, 'outbox_message')).toHaveLength(1);
  });
});

test('without a draft there is nothing to check', () => {
  const app = openTestApp();
  for (const token of [undefined, '', 'made-up']) {
    for (const method of ['GET', 'POST']) {
      expect(check(app, token, method)).toEqual({ ok: false, problem: 'draft-gone' });
    }
  }
});
