import { Secret, TOTP, URI } from 'otpauth';
import { expect, test } from 'vitest';
import { hashRecoveryCode, newRecoveryCodes } from '#accounts/recovery-codes.ts';
import { codeAt, keyText, keyUri, stepOf } from '#accounts/totp.ts';
import { readKeyRing } from '#platform/crypto/key-ring.ts';
import { newKeysFile } from '#platform/crypto/open-key-ring.ts';
import { systemIds } from '#platform/ids.ts';

const rfcSecret = '12345678901234567890';

/** RFC 6238 appendix B, SHA-1, the last six of its eight digits. */
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
])('the code of the standard at second %i', (second, code) => {
  expect(codeAt(rfcSecret, Math.floor(second / 30))).toBe(code);
});

test('a code of the step before and after is taken, one of two steps away is not', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const step = now.getTime() / 30_000;
  for (const near of [-1, 0, 1]) {
    expect(stepOf(rfcSecret, codeAt(rfcSecret, step + near), now)).toBe(step + near);
  }
  for (const far of [-2, 2]) {
    expect(stepOf(rfcSecret, codeAt(rfcSecret, step + far), now)).toBeUndefined();
  }
});

test('an app makes the same codes from the text and from the picture', () => {
  const secret = systemIds.token().slice(0, 32);
  const typed = new TOTP({ secret: Secret.fromBase32(keyText(secret)) });
  const scanned = URI.parse(keyUri(secret, 'Saltmarsh & Sea: Families', 'bea@council.example'));
  const now = Date.now();
  const code = codeAt(secret, Math.floor(now / 30_000));
  expect(typed.generate({ timestamp: now })).toBe(code);
  if (!(scanned instanceof TOTP)) throw new Error('not a TOTP');
  expect(scanned.generate({ timestamp: now })).toBe(code);
  expect(scanned.label).toBe('bea@council.example');
});

test('recovery codes differ, and a misread sign does not matter', () => {
  const keys = readKeyRing(newKeysFile());
  const codes = Array.from({ length: 100 }, () => newRecoveryCodes(systemIds)).flat();
  expect(new Set(codes).size).toBe(1000);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
  const hash = (code: string, account = 'a') => hashRecoveryCode(keys, account, code);
  expect(hash('K3M9X 2PQO1')).toBe(hash('k3m9x-2pq0l'));
  expect(hash('k3m9x-2pq01')).not.toBe(hash('k3m9x-2pq02'));
  expect(hash('k3m9x-2pq01')).not.toBe(hash('k3m9x-2pq01', 'b'));
});
