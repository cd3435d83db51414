import { describe, expect, test } from 'vitest';
import { openDraft, shownAnswer } from '#brokerage/answer-question.ts';
import { askPage } from '#brokerage/ask/ask-page.ts';
import { askSteps, backPath, nextPath } from '#brokerage/ask/steps.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { typedAnswers } from '../support/family.ts';
import { anybody, startDraft, valueOf } from '../support/request.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const href = (path: string) => addressOf('en', path);
const post = (typed: Readonly<Record<string, readonly string[]>>) =>
  new Request('http://localhost/ask', {
    method: 'POST',
    body: new URLSearchParams(
      Object.entries(typed).flatMap(([name, values]) => values.map((value) => [name, value])),
    ),
  });
const get = () => new Request('http://localhost/ask');
const page = (app: TestApp, step: string, token: string | undefined, request: Request) =>
  askPage(app.as(anybody), href, step, token, request);
const answersOf = (app: TestApp, token: string) =>
  valueOf(openDraft(app.as(anybody), token)).answers;

describe('the questions', () => {
  test('are asked in their order, each leading back to the one before', () => {
    expect(nextPath(new Set())).toBe('/ask/about');
    for (const [index, step] of askSteps.entries()) {
      const next = askSteps[index + 1];
      const done = new Set(askSteps.slice(0, index + 1));
      expect(nextPath(done)).toBe(next === undefined ? '/ask/check' : `/ask/${next}`);
      expect(backPath(step)).toBe(index === 0 ? '/ask' : `/ask/${askSteps[index - 1] ?? ''}`);
    }
  });

  test('skipped on the way are asked before the answers are checked', () => {
    expect(nextPath(new Set(['about', 'child', 'sharing']))).toBe('/ask/contact');
  });
});

test('Continue leads through all the questions to the list of answers', async () => {
  const app = openTestApp();
  const token = startDraft(app, { steps: [] });
  const visited: (string | null)[] = [];
  for (const step of askSteps) {
    visited.push(valueOf(await page(app, step, token, post(typedAnswers[step]))).redirect);
  }
  expect(visited).toEqual([...askSteps.slice(1).map((step) => `/ask/${step}`), '/ask/check']);
  expect(answersOf(app, token).steps).toEqual(typedAnswers);
});

test('an answer changed later leads straight back to the list', async () => {
  const app = openTestApp();
  const token = startDraft(app, {});
  const changed = valueOf(await page(app, 'about', token, post({ relation: ['carer'] })));
  expect(changed.redirect).toBe('/ask/check');
  expect(answersOf(app, token).steps.about).toEqual({ relation: ['carer'] });
});

test('what cannot be understood is shown again with its problem, and the draft stays', async () => {
  const app = openTestApp();
  const token = startDraft(app, {});
  const before = answersOf(app, token);
  const typed = { channel: ['email'], email: ['amina@'], speaks: ['ur'] };
  const shown = valueOf(await page(app, 'contact', token, post(typed)));
  if (shown.redirect !== null) throw new Error('It was taken');
  expect(shown.status).toBe(422);
  expect(shown.problems.summary.map(({ href: to }) => to)).toEqual(['#email']);
  const field = shown.controls.find((control) => 'name' in control && control.name === 'email');
  expect(field).toMatchObject({ value: 'amina@' });
  expect(answersOf(app, token)).toEqual(before);
});

test.each(askSteps)('%s shows again what was answered', async (step) => {
  const app = openTestApp();
  const token = startDraft(app, {});
  const shown = valueOf(await page(app, step, token, get()));
  if (shown.redirect !== null) throw new Error('It leads away');
  expect(shown).toMatchObject({ status: 200, backHref: backPath(step) });
  expect(shownAnswer(answersOf(app, token), step)).toEqual(typedAnswers[step]);
  const text = JSON.stringify(shown.controls);
  for (const [typed] of Object.values(typedAnswers[step])) expect(text).toContain(typed);
});

test('two questions answered in two windows at once are both kept', async () => {
  const app = openTestApp();
  const token = startDraft(app, { steps: [] });
  await Promise.all([
    page(app, 'about', token, post(typedAnswers.about)),
    page(app, 'tried', token, post(typedAnswers.tried)),
  ]);
  expect(Object.keys(answersOf(app, token).steps).sort()).toEqual(['about', 'tried']);
});

test('there is no other question, and none without a draft', async () => {
  const app = openTestApp();
  const token = startDraft(app, {});
  for (const step of ['checks', '', 'constructor', undefined]) {
    const answered = await askPage(app.as(anybody), href, step, token, get());
    expect(answered).toEqual({ ok: false, problem: 'not-found' });
  }
  for (const wrong of [undefined, '', 'made-up']) {
    expect(await page(app, 'about', wrong, get())).toEqual({ ok: false, problem: 'draft-gone' });
  }
});
