import { describe, expect, test } from 'vitest';
import { openDraft, shownAnswer } from '#brokerage/answer-question.ts';
import { askPage } from '#brokerage/ask/ask-page.ts';
import {
  backPath,
  nextPath,
  pathOf,
  type AskStep,
  type StepAnswers,
} from '#brokerage/ask/steps.ts';
import type { Typed } from '#platform/http/form.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { sampleSteps } from '../support/family.ts';
import { addPlace, knowPostcode } from '../support/place.ts';
import { location } from '#db/schema/directory.ts';
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

const path = pathOf(sampleSteps);
const typedAt = (step: AskStep): Typed => sampleSteps[step] ?? {};

describe('the questions', () => {
  test('are asked in their order, each leading back to the one before', () => {
    expect(nextPath({})).toBe('/ask/wish');
    for (const [index, step] of path.entries()) {
      const next = path[index + 1];
      const done = Object.fromEntries(path.slice(0, index + 1).map((one) => [one, typedAt(one)]));
      expect(nextPath(done)).toBe(next === undefined ? '/ask/check' : `/ask/${next}`);
      expect(backPath(sampleSteps, step)).toBe(index === 0 ? '/ask' : `/ask/${path[index - 1]}`);
    }
  });

  test('skipped on the way are asked before the answers are checked', () => {
    const { wish, about, sharing } = sampleSteps;
    expect(nextPath({ wish, about, sharing } as StepAnswers)).toBe('/ask/children');
  });

  test('are two for who only wants advice', () => {
    expect(pathOf({ wish: { wish: ['advice'] } })).toEqual(['wish', 'question', 'contact']);
  });

  test('ask a professional for the family’s agreement', () => {
    const professional = { ...sampleSteps, about: { relation: ['professional'] } };
    expect(pathOf(professional).slice(0, 3)).toEqual(['wish', 'about', 'agreement']);
    expect(path).not.toContain('agreement');
  });

  test('ask for each child, and for care only where it is needed', () => {
    const children = { name: ['', ''], month: ['5', '1'], year: ['2024', '2020'] };
    const two = pathOf({ ...sampleSteps, children, 'needs-2': { groups: ['senses'] } });
    expect(two.filter((step) => step.includes('-'))).toEqual(['needs-1', 'care-1', 'needs-2']);
  });
});

test('Continue leads through all the questions to the list of answers', async () => {
  const app = openTestApp();
  const token = startDraft(app, { steps: [] });
  const visited: (string | null)[] = [];
  for (const step of path)
    visited.push(valueOf(await page(app, step, token, post(typedAt(step)))).redirect);
  expect(visited).toEqual([...path.slice(1).map((step) => `/ask/${step}`), '/ask/check']);
  expect(answersOf(app, token).steps).toEqual(sampleSteps);
});

test('an answer changed later leads straight back to the list', async () => {
  const app = openTestApp();
  const token = startDraft(app, {});
  const changed = valueOf(await page(app, 'about', token, post({ relation: ['kinship'] })));
  expect(changed.redirect).toBe('/ask/check');
  expect(answersOf(app, token).steps.about).toEqual({ relation: ['kinship'] });
});

test('an answer that brings a new question leads to that question', async () => {
  const app = openTestApp();
  const token = startDraft(app, {});
  const changed = valueOf(await page(app, 'about', token, post({ relation: ['professional'] })));
  expect(changed.redirect).toBe('/ask/agreement');
});

test('another row is given without a complaint, and keeps what was typed', async () => {
  const app = openTestApp();
  const token = startDraft(app, { steps: ['wish'] });
  const typed = { name: ['Zoë'], month: ['13'], year: ['2024'], more: ['1'] };
  const shown = valueOf(await page(app, 'children', token, post(typed)));
  if (shown.redirect !== null) throw new Error('It leads away');
  expect(shown.status).toBe(200);
  const list = shown.controls.find(({ control }) => control === 'list');
  expect(list?.control === 'list' && list.rows).toHaveLength(2);
  expect(JSON.stringify(list)).toContain('Zoë');
  expect(answersOf(app, token).steps.children).toBeUndefined();
});

test('once a place is known, the places that may fit are counted, with the reasons', async () => {
  const app = openTestApp();
  knowPostcode(app);
  addPlace(app, 'moss');
  const at = { latitude: 53.42, longitude: -2.32, pointPrecision: 'postcode' as const };
  app.db.update(location).set(at).run();
  const early = startDraft(app, { steps: ['wish', 'about'] });
  const before = valueOf(await page(app, 'children', early, get()));
  expect(before.redirect === null && before.fit).toBeNull();
  const shown = valueOf(await page(app, 'start', startDraft(app, {}), get()));
  if (shown.redirect !== null || shown.fit === null) throw new Error('Nothing is counted');
  expect(shown.fit.count).toContain('1 place near you may fit.');
  expect(shown.fit.places[0]?.reasons.join()).toContain('miles away');
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

test.each(path)('%s shows again what was answered', async (step) => {
  const app = openTestApp();
  const token = startDraft(app, {});
  const shown = valueOf(await page(app, step, token, get()));
  if (shown.redirect !== null) throw new Error('It leads away');
  expect(shown).toMatchObject({ status: 200, backHref: backPath(sampleSteps, step) });
  expect(shownAnswer(answersOf(app, token), step)).toEqual(typedAt(step));
  const text = JSON.stringify(shown.controls);
  for (const [typed] of Object.values(typedAt(step))) expect(text).toContain(typed);
});

test('two questions answered in two windows at once are both kept', async () => {
  const app = openTestApp();
  const token = startDraft(app, { steps: [] });
  await Promise.all([
    page(app, 'about', token, post(typedAt('about'))),
    page(app, 'tried', token, post(typedAt('tried'))),
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
