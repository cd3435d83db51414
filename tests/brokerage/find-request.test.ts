import { describe, expect, test } from 'vitest';
import { composeAccessCode } from '#brokerage/access-code-mail.ts';
import { enterAccessCode } from '#brokerage/enter-access-code.ts';
import { codePage, findRequestPage } from '#brokerage/find-request-page.ts';
import { purgeCodes } from '#brokerage/purge-codes.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { accessCode } from '#platform/links/access-code.ts';
import { hashToken } from '#platform/links/access-link.ts';
import { findVisit } from '#platform/links/visit.ts';
import { everyRow, gained, rowsIn } from '../support/rows.ts';
import { contactOfCase, insertSealedCase } from '../support/sealed-case.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const anybody = { kind: 'public' } as const;
const form = (typed: Readonly<Record<string, string>>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(typed)) data.set(name, value);
  return data;
};
const ask = (app: TestApp, reference: string, contact: string) =>
  findRequestPage(app.as(anybody), form({ reference, contact }), () => true);
const askedToken = (app: TestApp, reference: string, contact = contactOfCase.email): string => {
  const { token } = ask(app, reference, contact);
  if (token === null) throw new Error('Nothing was asked');
  return token;
};
/** The code as the message brings it: worked out from the id in the outbox. */
const messages = (app: TestApp) =>
  app.db
    .select()
    .from(outboxMessage)
    .all()
    .map((message) => composeAccessCode(app, message));
const codeFor = (app: TestApp, token: string) => accessCode(app.keys, hashToken(token));
const enter = (app: TestApp, token: string, code: string) =>
  enterAccessCode(app.as(anybody), token, code);
const wrongCode = (right: string) => (right === '000000' ? '000001' : '000000');

describe('a reference and a contact that belong together', () => {
  test.each([
    ['e-mail address', contactOfCase.email],
    ['e-mail address in capitals', ' AMINA@EXAMPLE.ORG '],
    ['phone number', '+44 7700 900123'],
  ])('bring a code to the %s’s family, which opens the request once', (_, contact) => {
    const app = openTestApp();
    const { id, reference } = insertSealedCase(app);
    const token = askedToken(app, reference.toLowerCase().replaceAll('-', ' '), contact);
    const [mail] = messages(app);
    expect(mail).toMatchObject({ to: 'amina@example.org' });
    const code = /\b\d{6}\b/.exec(JSON.stringify(mail))?.[0] ?? '';
    const entered = enter(app, token, code);
    expect(entered.state).toBe('opened');
    const visit = entered.state === 'opened' ? entered.visitToken : '';
    expect(findVisit(app.db, app.clock, 'track', visit)).toBe(id);
    expect(enter(app, token, code)).toEqual({ state: 'gone' });
  });

  test('bring it by text to those who chose texts, with nothing about why on the screen', () => {
    const app = openTestApp();
    const contact = { ...contactOfCase, channel: 'text' };
    const { reference } = insertSealedCase(app, {}, { language: 'pl', contact });
    const token = askedToken(app, reference);
    const [text] = messages(app);
    expect(text).toMatchObject({ channel: 'text', to: contact.phone });
    expect(JSON.stringify(text)).toContain(codeFor(app, token));
    expect(JSON.stringify(text)).not.toMatch(/child|dzieck|nurser/i);
  });

  test('bring none to those we only phone', () => {
    const app = openTestApp();
    const contact = { ...contactOfCase, channel: 'phone' };
    const { reference } = insertSealedCase(app, {}, { contact });
    askedToken(app, reference);
    expect(messages(app)).toEqual([null]);
  });
});

describe('whoever guesses learns nothing', () => {
  const guesses = [
    ['an unknown reference', 'FIS-2222-2222', contactOfCase.email],
    ['another family’s contact', null, 'other@example.org'],
    ['another phone number', null, '07700 900999'],
    ['what is no phone number', null, 'hello'],
  ] as const;

  test.each(guesses)('%s: the same page, the same rows, the same end', (_, guessed, contact) => {
    const app = openTestApp();
    const { reference } = insertSealedCase(app);
    const tables = Object.keys(everyRow(app.db));
    const shape = (where: string, with_: string) => {
      let page: ReturnType<typeof ask> | undefined;
      const rows = gained(app.db, tables, () => {
        page = ask(app, where, with_);
      });
      const { token, problems: _p, typed: _t, ...rest } = page ?? ask(app, where, with_);
      const tries = Array.from({ length: 6 }, () =>
        enter(app, token ?? '', wrongCode(codeFor(app, token ?? ''))),
      );
      return { rows, rest, length: token?.length, tries };
    };
    const real = shape(reference, contactOfCase.email);
    expect(shape(guessed ?? reference, contact)).toEqual(real);
    expect(real.tries.map(({ state }) => state)).toEqual([
      ...['wrong', 'wrong', 'wrong', 'wrong', 'gone', 'gone'],
    ]);
  });

  test.each(guesses)('%s: even the right six digits open nothing', (_, guessed, contact) => {
    const app = openTestApp();
    const { reference } = insertSealedCase(app);
    const { token } = ask(app, guessed ?? reference, contact);
    expect(messages(app)).toEqual([null]);
    expect(enter(app, token ?? '', codeFor(app, token ?? ''))).toMatchObject({ state: 'wrong' });
    expect(rowsIn(app.db, 'visit')).toEqual([]);
  });

  test('a request without the indexes of its contacts is not found by an empty one', () => {
    const app = openTestApp();
    const { reference } = insertSealedCase(app, { emailIndex: null, phoneIndex: null });
    ask(app, reference, 'hello');
    expect(messages(app)).toEqual([null]);
  });
});

describe('a code', () => {
  test('opens nothing in another browser', () => {
    const app = openTestApp();
    const { reference } = insertSealedCase(app);
    const mine = askedToken(app, reference);
    const other = askedToken(app, reference);
    if (codeFor(app, mine) !== codeFor(app, other))
      expect(enter(app, other, codeFor(app, mine))).toMatchObject({ state: 'wrong' });
    expect(enter(app, 'made-up', codeFor(app, mine))).toEqual({ state: 'gone' });
  });

  test('lasts ten minutes and no longer', () => {
    const app = openTestApp();
    const { reference } = insertSealedCase(app);
    const [first, second] = [askedToken(app, reference), askedToken(app, reference)];
    app.setTime('2026-11-23T10:09:59Z');
    expect(enter(app, first, codeFor(app, first)).state).toBe('opened');
    app.setTime('2026-11-23T10:10:00Z');
    expect(enter(app, second, codeFor(app, second))).toEqual({ state: 'gone' });
    expect(messages(app)).toEqual([null, null]);
  });

  test('is not to be guessed: after five wrong ones the right one is refused', () => {
    const app = openTestApp();
    const { reference } = insertSealedCase(app);
    const token = askedToken(app, reference);
    const right = codeFor(app, token);
    const left = Array.from({ length: 4 }, () => enter(app, token, wrongCode(right)));
    expect(left).toEqual([4, 3, 2, 1].map((triesLeft) => ({ state: 'wrong', triesLeft })));
    expect(enter(app, token, wrongCode(right))).toEqual({ state: 'gone' });
    expect(enter(app, token, right)).toEqual({ state: 'gone' });
  });

  test('goes to one request at most five times an hour, and the page does not tell', () => {
    const app = openTestApp();
    const { reference } = insertSealedCase(app);
    const tokens = Array.from({ length: 7 }, () => askedToken(app, reference));
    expect(messages(app).filter((mail) => mail !== null)).toHaveLength(5);
    expect(tokens.every((token) => token.length === 43)).toBe(true);
    app.setTime('2026-11-23T11:00:01Z');
    purgeCodes(app);
    const token = askedToken(app, reference);
    expect(enter(app, token, codeFor(app, token)).state).toBe('opened');
  });

  test('is nowhere in the database, and neither is the secret of its cookie', () => {
    const app = openTestApp();
    const { reference } = insertSealedCase(app);
    const token = askedToken(app, reference);
    const kept = JSON.stringify(everyRow(app.db));
    expect(kept).not.toContain(token);
    expect(kept).not.toMatch(new RegExp(`"${codeFor(app, token)}"`));
    expect(kept).not.toContain('amina');
  });
});

describe('the pages', () => {
  test('what cannot be a reference is said, with what was typed kept', () => {
    const app = openTestApp();
    const page = ask(app, 'FIS-12', '');
    expect(page).toMatchObject({ token: null, status: 422, typed: { reference: ['FIS-12'] } });
    expect(page.problems.of('reference')?.text).toContain('FIS-4TNW-2K7P');
    expect(page.problems.of('contact')?.text).toBeTruthy();
    expect(rowsIn(app.db, 'outbox_message')).toEqual([]);
  });

  test('when too many ask, nothing is looked for and what was typed is kept', () => {
    const app = openTestApp();
    const { reference } = insertSealedCase(app);
    const data = form({ reference, contact: contactOfCase.email });
    const page = findRequestPage(app.as(anybody), data, () => false);
    expect(page).toMatchObject({ status: 429, isBusy: true, token: null });
    expect(page.typed).toEqual({ reference: [reference], contact: [contactOfCase.email] });
    expect(rowsIn(app.db, 'access_code')).toEqual([]);
  });

  test('the code page says how many tries are left, takes spaces, and knows when it is over', () => {
    const app = openTestApp();
    const { reference } = insertSealedCase(app);
    const token = askedToken(app, reference);
    const ctx = app.as(anybody);
    expect(codePage(ctx, token, null)).toMatchObject({ status: 200, isGone: false });
    const wrong = codePage(ctx, token, form({ code: 'abc' }));
    expect(wrong).toMatchObject({ status: 422, visitToken: null });
    expect(wrong.problems.of('code')?.text).toContain('4 more times');
    const spaced = codeFor(app, token).replace(/(...)/, '$1 ');
    expect(codePage(ctx, token, form({ code: ` ${spaced}` })).visitToken).not.toBeNull();
    expect(codePage(ctx, token, null)).toMatchObject({ status: 410, isGone: true });
    expect(codePage(ctx, undefined, null)).toMatchObject({ status: 410, isGone: true });
  });
});
