import { expect, test } from 'vitest';
import notice from '#content/reference/privacy-notice.json' with { type: 'json' };
import schedule from '#content/reference/retention.json' with { type: 'json' };
import { privacyView } from '#brokerage/privacy.view.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { anybody } from '../support/request.ts';
import { openTestApp } from '../support/test-app.ts';

function noticeIn(language: string, environment: Readonly<Record<string, string>> = {}) {
  const { settings, as } = openTestApp(environment);
  return privacyView(as(anybody, language).words, settings, (path) => addressOf(language, path));
}
const partOf = (view: ReturnType<typeof noticeIn>, id: string) => {
  const found = view.sections.find((section) => section.id === id);
  if (!found) throw new Error(`The notice has no part ${id}`);
  return found;
};

test.each(['en', 'pl', 'ur'])('in %s it names every kind of record of the schedule', (language) => {
  const { rows } = partOf(noticeIn(language), 'long');
  expect(rows).toHaveLength(schedule.rules.length);
  expect(new Set(rows.map(({ key }) => key.text)).size).toBe(schedule.rules.length);
});

test('how long is what the council has set, in the summary and in the list', () => {
  const view = noticeIn('en', { RETENTION_CASE_MONTHS: '7', RETENTION_ADVICE_MONTHS: '36' });
  expect(view.summary.join(' ')).toContain('We delete a request 7 months after it is closed');
  const texts = partOf(view, 'long').rows.map(({ value }) => value.text);
  expect(texts).toContain('7 months from when the request was closed');
  expect(texts).toContain('3 years from when the request was closed');
  expect(texts).toContain('1 day from when it was made');
});

test('until the data protection officer has checked the law, it says so', () => {
  const { warning, after } = partOf(noticeIn('en'), 'law');
  const officer: unknown = notice.officerCheckedOn;
  expect(warning === null).toBe(officer !== null);
  expect(after).toHaveLength(officer === null ? 0 : 1);
});

test('its index can lead to every part, each with a heading and something to read', () => {
  const { sections } = noticeIn('en');
  expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
  for (const { title, intro, rows } of sections) {
    expect(title).not.toBe('');
    expect(intro.length + rows.length).toBeGreaterThan(0);
  }
});
