import { describe, expect, test } from 'vitest';
import { listMessages } from '#brokerage/message-store.ts';
import { writeToStaff } from '#brokerage/write-to-staff.ts';
import { templateNames, templates, usualTongue } from '#casework/file/message-template.ts';
import { writeMessagePage } from '#casework/file/write-message-page.ts';
import en from '#content/locales/en/caseFile.json' with { type: 'json' };
import pl from '#content/locales/pl/caseFile.json' with { type: 'json' };
import ur from '#content/locales/ur/caseFile.json' with { type: 'json' };
import { claimed, sendSampleRequest, valueOf } from '../../support/request.ts';
import { rowsIn } from '../../support/rows.ts';
import { asha, openTestApp } from '../../support/test-app.ts';
import { get, href, post } from './posts.ts';

const gapsOf = (text: string) =>
  new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, gap]) => gap));

test('each ready text asks for exactly the gaps it has, in every language', () => {
  expect(templateNames.length).toBeGreaterThanOrEqual(6);
  const asked = Object.values(templates).map(({ text, asks }) => {
    const name = text.split('.')[1] ?? '';
    return [name, [...asks]] as const;
  });
  for (const room of [en, pl, ur]) {
    for (const [name, asks] of asked) {
      const { text } = (room.template as unknown as Record<string, { text: string }>)[name] ?? {
        text: '',
      };
      const gaps = gapsOf(text);
      for (const gap of ['provider', 'day'] as const)
        expect([name, gap, gaps.has(gap)]).toEqual([name, gap, asks.some((one) => one === gap)]);
    }
  }
});

describe('a message from a ready text', () => {
  const inUrdu = () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app, {}, 'ur'));
    const write = (typed: Readonly<Record<string, string>>) =>
      writeMessagePage(
        app.as(asha),
        sent.reference,
        post({ once: 'f', version: String(sent.now().version), ...typed }),
        href,
      );
    const texts = () => listMessages(app.db, sent.now()).map(({ text }) => text);
    return { app, sent, write, texts };
  };

  test('shows the family’s language with the English beside it; unchecked words are not the usual choice', async () => {
    const { app, sent } = inUrdu();
    const request = get('?template=still-looking');
    const page = valueOf(await writeMessagePage(app.as(asha), sent.reference, request, href));
    expect(page.template).toMatchObject({
      theirs: { lang: 'ur', dir: 'rtl', unchecked: true },
      english: { lang: 'en' },
      tongue: 'english',
    });
    expect(page.template?.english.text).toContain('[day]');
    expect(page.template?.english.text).toContain('in Urdu');
    expect(usualTongue({ reviewedOn: '2026-11-01' })).toBe('theirs');
  });

  test('is not sent with a gap in it, and what was typed stays', async () => {
    const { app, write } = inUrdu();
    const wrong = { 'day-day': '31', 'day-month': '2', 'day-year': '2027' };
    const page = valueOf(await write({ template: 'still-looking', text: 'Hi', ...wrong }));
    expect(page).toMatchObject({ done: false, status: 422, text: 'Hi' });
    expect(page.problems.of('day')?.text).toContain('27 11 2026');
    expect(rowsIn(app.db, 'case_message')).toEqual([]);
  });

  test('goes in the tongue that was chosen, its gaps filled, own words marked with their language', async () => {
    const { sent, write, texts } = inUrdu();
    const day = { 'day-day': '۴', 'day-month': '12', 'day-year': '2026' };
    const typed = { template: 'still-looking', tongue: 'theirs', ...day };
    expect(valueOf(await write({ ...typed, text: 'Ring me', language: 'en' })).done).toBe(true);
    const [text = ''] = texts();
    expect(text).toContain('ابھی مناسب جگہ نہیں ملی');
    expect(text).toContain('4 دسمبر');
    expect(text).toMatch(/Ring me\n\nیہ ہماری ٹیم نے لکھا ہے، زبان: .*انگریزی/u);
    expect(text).not.toContain('{{');
    const cannot = { once: 'g', version: String(sent.now().version), provider: 'Acorn' };
    valueOf(await write({ template: 'provider-cannot', tongue: 'english', ...cannot }));
    expect(texts()[1]).toMatch(/^Hello\. We asked Acorn for you.*\n\n.*in Urdu/s);
  });

  test('that was overtaken by the family’s own comes back with both', async () => {
    const { sent, write, texts } = inUrdu();
    const version = String(sent.now().version);
    valueOf(writeToStaff(sent.family, { text: 'We have moved', once: 'x' }));
    const page = valueOf(await write({ text: 'Where do you live?', version }));
    expect(page).toMatchObject({ done: false, stale: true, text: 'Where do you live?' });
    expect(page.view.rows.map(({ text }) => text)).toEqual(['We have moved']);
    expect(texts()).toHaveLength(1);
    const again = await write({ text: 'Where do you live?', version: String(page.version) });
    expect(valueOf(again).done).toBe(true);
  });
});
