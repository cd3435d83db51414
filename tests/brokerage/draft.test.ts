import { describe, expect, test } from 'vitest';
import { openDraft, shownAnswer } from '#brokerage/answer-question.ts';
import { deleteDraft, purgeDrafts } from '#brokerage/draft-store.ts';
import { sendRequest } from '#brokerage/send-request.ts';
import { anybody, startDraft, valueOf } from '../support/request.ts';
import { rowsIn } from '../support/rows.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const answersOf = (app: TestApp, token: string) =>
  valueOf(openDraft(app.as(anybody), token)).answers;
const suggested = (app: TestApp, search: string) =>
  answersOf(app, startDraft(app, { steps: [], from: { search, providerId: '' } })).suggested;

describe('a search brings along', () => {
  test('its postcode, how far, and the groups of what was looked for', () => {
    const app = openTestApp();
    const search =
      'near=m33+2dh&within=5&inclusion=oxygen&inclusion=hoist&inclusion=gives_medicine';
    expect(suggested(app, search)).toEqual({
      place: { postcode: ['M33 2DH'], miles: ['5'] },
      'needs-1': { groups: ['equipment', 'health'] },
    });
  });

  test.each([
    ['near=M33+2DH', '3'],
    ['near=M33+2DH&within=', '3'],
    ['near=M33+2DH&within=1', '1'],
    ['near=M33+2DH&within=2', '3'],
    ['near=M33+2DH&within=10', '10'],
    ['near=M33+2DH&within=50', '10'],
    ['near=M33+2DH&within=far', '10'],
  ])('%s as a distance that the form offers', (search, miles) => {
    expect(suggested(openTestApp(), search).place).toEqual({
      postcode: ['M33 2DH'],
      miles: [miles],
    });
  });

  test('nothing that it does not hold', () => {
    const app = openTestApp();
    for (const search of ['', 'near=M33&within=5', 'near=nowhere', 'inclusion=magic', '%%%&&==']) {
      expect(suggested(app, search)).toEqual({});
    }
  });

  test('only a suggestion: the question is still open, and an answer goes before it', () => {
    const app = openTestApp();
    const from = { search: 'near=M33+2DH', providerId: 'acorn' };
    const open = startDraft(app, { steps: [], from });
    expect(answersOf(app, open).steps).toEqual({});
    expect(shownAnswer(answersOf(app, open), 'place')).toMatchObject({ postcode: ['M33 2DH'] });
    const overrides = { place: { postcode: ['WA14 1AA'], miles: ['1'] } };
    const answered = startDraft(app, { steps: ['place'], overrides, from });
    expect(shownAnswer(answersOf(app, answered), 'place')).toEqual(overrides.place);
    expect(answersOf(app, answered).cameFrom).toEqual({ ...from, shortlist: [] });
  });
});

describe('a draft', () => {
  test('is sealed: neither its words nor its secret are in the file', () => {
    const app = openTestApp();
    const from = { search: 'near=WA14+1AA', providerId: '' };
    const token = startDraft(app, { from });
    const file = app.db.$client.serialize().toString('latin1');
    for (const word of [
      token,
      'Amina',
      'amina@example.org',
      'buses',
      'nurseries',
      'WA14+1AA',
      'M33 2DH',
      'm33 2dh',
    ]) {
      expect(file).not.toContain(word);
    }
  });

  test('opens only with its own secret', () => {
    const app = openTestApp();
    const token = startDraft(app, {});
    const stored = String(rowsIn(app.db, 'request_draft')[0]?.['token_hash']);
    for (const wrong of [undefined, '', stored, token.slice(0, -1), `${token}a`]) {
      expect(openDraft(app.as(anybody), wrong)).toEqual({ ok: false, problem: 'draft-gone' });
    }
  });

  test('is there for seven days, then gone to its owner, then gone from the file', () => {
    const app = openTestApp();
    const token = startDraft(app, {});
    app.setTime('2026-11-30T09:59:59Z');
    expect(openDraft(app.as(anybody), token)).toMatchObject({ ok: true });
    expect(purgeDrafts(app.db, app.clock)).toBe(0);
    app.setTime('2026-11-30T10:00:00Z');
    expect(openDraft(app.as(anybody), token)).toEqual({ ok: false, problem: 'draft-gone' });
    const late = sendRequest(app.as(anybody), token);
    expect(late).toEqual({ ok: false, problem: 'draft-gone' });
    expect(purgeDrafts(app.db, app.clock)).toBe(1);
    expect(rowsIn(app.db, 'request_draft')).toEqual([]);
  });

  test('goes at once when its owner leaves in a hurry, and no other does', () => {
    const app = openTestApp();
    const [mine, other] = [startDraft(app, {}), startDraft(app, {})];
    deleteDraft(app.db, mine);
    expect(openDraft(app.as(anybody), mine)).toEqual({ ok: false, problem: 'draft-gone' });
    expect(openDraft(app.as(anybody), other)).toMatchObject({ ok: true });
  });

  test('that was sent keeps nothing of what was answered', () => {
    const app = openTestApp();
    const token = startDraft(app, {});
    valueOf(sendRequest(app.as(anybody), token));
    expect(rowsIn(app.db, 'request_draft')).toMatchObject([
      { wrapped_key: null, sealed_answers: null },
    ]);
    expect(openDraft(app.as(anybody), token)).toEqual({ ok: false, problem: 'draft-gone' });
  });
});
