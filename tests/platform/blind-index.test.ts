import { createHmac, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contactIndex } from '#platform/crypto/blind-index.ts';
import { readKeyRing } from '#platform/crypto/key-ring.ts';
import { newKeysFile, openKeyRing } from '#platform/crypto/open-key-ring.ts';
import { openTestApp, testKeys } from '../support/test-app.ts';

const email = (text: string) => contactIndex(testKeys, 'email', text);
const phone = (text: string) => contactIndex(testKeys, 'phone', text);

test.each([
  ['in capitals', 'AMINA@Example.ORG'],
  ['with spaces around it', '  amina@example.org '],
])('an e-mail address is found again %s', (_, typed) => {
  expect(email(typed)).toBe(email('amina@example.org'));
});

test.each(['07700 900123', '+44 7700 900 123', '(07700) 900-123', '0044 7700 900123'])(
  'a phone number is found again written %s',
  (typed) => {
    expect(phone(typed)).toBe(phone('+447700900123'));
  },
);

test('other contacts have other indexes, and a number abroad is not the British one', () => {
  const all = [email('a@b.org'), email('a@b.co'), phone('07700900123'), phone('+48 770 090 0123')];
  expect(new Set(all).size).toBe(4);
  expect(all).not.toContain(null);
});

test.each(['', '   ', 'ring the bell'])('“%s” is no contact', (text) => {
  expect(phone(text)).toBeNull();
  if (text.trim() === '') expect(email(text)).toBeNull();
});

test('an index tells nothing without its own key', () => {
  const index = email('amina@example.org');
  const others = [testKeys.audit, testKeys.links, testKeys.staffSessions, randomBytes(32)];
  for (const key of others) {
    expect(
      createHmac('sha256', key).update('email|amina@example.org').digest('base64url'),
    ).not.toBe(index);
  }
  expect(index).toMatch(/^[\w-]{43}$/);
});

describe('a keys file made before there were indexes', () => {
  const older = () => {
    const { index: _, ...rest } = JSON.parse(newKeysFile()) as Record<string, unknown>;
    return JSON.stringify(rest);
  };

  test('still opens, and has the same key for them each time', () => {
    const text = older();
    const [first, second] = [readKeyRing(text), readKeyRing(text)];
    expect(contactIndex(first, 'email', 'a@b.org')).toBe(contactIndex(second, 'email', 'a@b.org'));
    expect(first.index.equals(first.audit)).toBe(false);
  });

  test('is not given another key for them later: what was found would be found no more', () => {
    const app = openTestApp();
    const text = older();
    writeFileSync(app.settings.keysFile, text);
    openKeyRing(app.settings, app.db, app.log);
    const index = randomBytes(32).toString('base64');
    const changed = { ...(JSON.parse(text) as object), index };
    writeFileSync(app.settings.keysFile, JSON.stringify(changed));
    expect(() => openKeyRing(app.settings, app.db, app.log)).toThrow(
      'Key for:index is not the one',
    );
  });
});
