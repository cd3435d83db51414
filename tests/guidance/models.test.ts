import { expect, test } from 'vitest';
import { accessibilityPage, knownStatement } from '#guidance/models/accessibility.view.ts';
import { haveYourSayPage, knownSayList } from '#guidance/models/have-your-say.view.ts';
import { openTestApp } from '../support/test-app.ts';

const today = new Date().toISOString().slice(0, 10);
const daysSince = (day: string) => (Date.parse(today) - Date.parse(day)) / 86_400_000;

test('no fault of the site is past the day by which it was to be mended', () => {
  expect(knownStatement().issues.filter(({ fixBy }) => fixBy <= today)).toEqual([]);
});

test('the accessibility statement was reviewed in the last year', () => {
  const { preparedOn, reviewedOn } = knownStatement();
  expect(daysSince(reviewedOn)).toBeLessThan(365);
  expect(preparedOn <= reviewedOn).toBe(true);
});

test('the accessibility statement says what the regulations want, in their words', () => {
  const { settings, catalogue } = openTestApp({ COUNCIL_NAME: 'Borsetshire Council' });
  const page = accessibilityPage(catalogue.speak('en'), settings, knownStatement());
  expect(page.title).toMatch(/^Accessibility statement for the Borsetshire Council /);
  expect(page.intro).toBe(
    'Borsetshire Council is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
  );
  expect(page.sections.map(({ title }) => title)).toEqual([
    ...['Compliance status', 'Non-accessible content'],
    'Preparation of this accessibility statement',
    ...['Feedback and contact information', 'Enforcement procedure'],
  ]);
  const [status, content, prepared, feedback, enforcement] = page.sections.map(
    ({ texts, points, links }) =>
      [...texts, ...points, ...links.map(({ href }) => href)].join('\n'),
  );
  expect(status?.match(/(?:fully|partially|not) compliant/g)).toEqual(['partially compliant']);
  expect(status).toContain('version 2.2 AA');
  expect(content).toMatch(/3\.1\.2 .*by \d+ \w+ 20\d\d/);
  expect(prepared).toMatch(/prepared on .*last reviewed on/);
  expect(feedback).toContain(settings.mailFrom);
  expect(enforcement).toMatch(/EHRC.*\n?.*equalityadvisoryservice/s);
});

test('without known faults it says that it is fully compliant, and lists none', () => {
  const { settings, catalogue } = openTestApp();
  const page = accessibilityPage(catalogue.speak('en'), settings, {
    ...knownStatement(),
    issues: [],
  });
  expect(page.sections.map(({ id }) => id)).not.toContain('content');
  expect(page.sections[0]?.texts.join()).toContain('fully compliant');
});

test('a plan stands on the page until its last day, and no longer', () => {
  const words = openTestApp().catalogue.speak('en');
  const list = {
    consultations: [
      { names: { en: 'Places in Sale' }, url: 'https://council.example/a', until: '2026-12-01' },
    ],
    forums: [],
  };
  const plansOn = (day: string) =>
    haveYourSayPage(words, (path) => path, list, day).sections[0]?.links.length;
  expect([plansOn('2026-12-01'), plansOn('2026-12-02')]).toEqual([1, 0]);
  expect(knownSayList().consultations.filter(({ until }) => until < today)).toEqual([]);
});
