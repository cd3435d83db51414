import { describe, expect, test } from 'vitest';
import { changeRequest } from '#brokerage/change-request.ts';
import { checkPage } from '#brokerage/check-page.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { addressOf } from '#platform/http/addresses.ts';
import {
  answer,
  anybody,
  askPlace,
  claimed,
  sendSampleRequest,
  valueOf,
  type SentRequest,
} from '../support/request.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const href = (path: string) => addressOf('en', path);
const send = (app: TestApp, token: string) => checkPage(app.as(anybody), href, token, {});
function change(app: TestApp, sent: SentRequest): string {
  const token = valueOf(changeRequest(sent.family));
  answer(app.as(anybody), token, 'times', { slots: ['fri-morning'], term: ['all-year'] });
  valueOf(send(app, token));
  return token;
}

describe('a family changes its answers', () => {
  test('and the broker reads them next, within the days for contact', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    askPlace(app, sent);
    app.setTime('2026-11-24T10:00:00Z');
    expect(sent.now()).toMatchObject({ nextAction: 'wait-for-provider' });
    const token = change(app, sent);
    expect(sent.now().family.times.slots).toEqual(['fri-morning']);
    expect(sent.now()).toMatchObject({
      ...{ status: 'in-progress', nextAction: 'read-message', nextActionDue: '2026-11-25' },
    });
    const before = rowsIn(app.db, 'audit_entry').length;
    valueOf(send(app, token));
    expect(rowsIn(app.db, 'audit_entry'), 'sent again it changes nothing').toHaveLength(before);
  });

  test('before anybody has claimed it, and the first contact stays what comes next', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const { nextActionDue } = sent.now();
    change(app, sent);
    expect(sent.now()).toMatchObject({
      status: 'new',
      nextAction: 'contact-family',
      nextActionDue,
    });
  });

  test('not of a request that has closed meanwhile', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    const token = valueOf(changeRequest(sent.family));
    valueOf(withdrawRequest(sent.family));
    const before = everyRow(app.db);
    expect(send(app, token)).toMatchObject({ ok: false });
    expect(everyRow(app.db)).toEqual(before);
    expect(changeRequest(sent.family)).toMatchObject({ problem: 'not-in-this-state' });
  });
});
