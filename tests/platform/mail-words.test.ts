import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLocales } from '../../scripts/checks/read-locales.ts';
import { familyComposers } from '#brokerage/family-mail.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { textWords } from '#platform/mail/mail.ts';
import { textParts } from '#platform/mail/text-parts.ts';
import { addCase, tell } from '../support/family-case.ts';
import { openTestApp } from '../support/test-app.ts';

const locales = readLocales(join(import.meta.dirname, '../../content/locales'));
const codes = [...locales.keys()];
const kinds = Object.keys(familyComposers) as readonly (keyof typeof familyComposers)[];

/** The words of each message to a family, in one language. */
const familyWords = (code: string) =>
  [...(locales.get(code) ?? [])].filter(
    ([key]) => key.startsWith('mail:') && !/^mail:(provider|staff)/.test(key),
  );
const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, gap]) => gap).sort();

test('every language has every message, with the same gaps', () => {
  const english = new Map(familyWords('en'));
  expect(english.size).toBeGreaterThan(15);
  for (const code of codes) {
    const plain = familyWords(code).filter(([key]) => !/_(one|few|many|other)$/.test(key));
    for (const [key, text] of plain) {
      expect({ code, key, gaps: gaps(text) }).toEqual({
        ...{ code, key },
        gaps: gaps(english.get(key) ?? ''),
      });
    }
    for (const key of english.keys()) {
      if (!/_(one|other)$/.test(key)) expect(plain.map(([one]) => one)).toContain(key);
    }
  }
});

/** What would tell a family's affairs to whoever else sees the phone; stems, in small letters. */
const telling: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /child/,
    /\bkids?\b/,
    /\bbab(y|ies)\b/,
    /\b(son|daughter)\b/,
    /disab/,
    /special/,
    /\bsend\b(?! you)/,
    /\bsenco?\b/,
    /additional need/,
    /nurser/,
    /pre-?school/,
    /carer?\b/,
    /place\b/,
    /provider/,
    /social worker/,
    /benefit/,
    /funded/,
  ],
  pl: [
    /dziec/,
    /dzieć/,
    /niemowl/,
    /\b(syn|córk)/,
    /niepełnospraw/,
    /specjaln/,
    /żłob/,
    /przedszkol/,
    /opiek/,
    /placów/,
    /miejsc/,
    /zasił/,
    /socjaln/,
    /\bsend\b/,
  ],
  ur: [
    /بچ[ہےوی]/,
    /شیر ?خوار/,
    /بیٹ[اےی]/,
    /معذور/,
    /خصوصی/,
    /نرسری/,
    /چائلڈ/,
    /پری ?سکول/,
    /دیکھ بھال/,
    /سماجی/,
    /مالی/,
    /send\b/,
  ],
};

test('no message to a family says what it is about', () => {
  expect(codes.filter((code) => !(code in telling))).toEqual([]);
  for (const code of codes) {
    const found = familyWords(code).filter(([, text]) =>
      (telling[code] ?? []).some((word) => word.test(text.toLowerCase())),
    );
    expect(found).toEqual([]);
  }
});

test.each([
  ['en', 'We have news about your child'],
  ['en', 'A nursery has a place'],
  ['pl', 'Wieści o opiece nad dzieckiem'],
  ['ur', 'آپ کے بچے کی خبر'],
])('the list finds the fault in %s: %s', (code, text) => {
  expect((telling[code] ?? []).some((word) => word.test(text.toLowerCase()))).toBe(true);
});

test('a text with a code fits two parts in every language', () => {
  for (const code of codes) {
    const texts = familyWords(code).filter(([key]) =>
      key.startsWith('mail:accessCode.textMessage'),
    );
    for (const [key, text] of texts) {
      const words = `${text.replaceAll(/\{\{\w+\}\}/g, '\u2068FIS-2345-6789\u2069')}\n23456789`;
      expect({ code, key, parts: textParts(words) }).toMatchObject({
        parts: expect.toSatisfy((parts) => parts <= 2),
      });
    }
  }
});

describe('a text, with the longest site address that the README allows,', () => {
  const publicUrl = `https://${'f'.repeat(43 - 'https://'.length - '.gov.uk'.length)}.gov.uk`;
  expect(publicUrl).toHaveLength(43);

  test.each(codes.flatMap((code) => kinds.map((kind) => [code, kind] as const)))(
    'in %s fits two parts: %s',
    (language, kind) => {
      const app = openTestApp({ PUBLIC_URL: publicUrl });
      const family = addCase(app, { channel: 'text', language });
      tell(app, family, kind);
      const closed = kind === 'request-closed';
      if (closed) app.db.update(brokerageCase).set({ status: 'closed' }).run();
      const [row] = app.db.select().from(outboxMessage).all();
      const text = row ? familyComposers[kind](app, row) : null;
      if (text?.channel !== 'text') throw new Error('It is no text');
      expect(text.lines[0]).toBe(family.reference);
      expect(text.lines.at(-1)).toMatch(new RegExp(`^${publicUrl}/[\\w/-]+$`));
      expect(textParts(textWords(text))).toBeLessThanOrEqual(2);
    },
  );
});
