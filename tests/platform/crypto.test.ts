import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { newDataKey, sealJson, unsealJson, unwrapDataKey } from '#platform/crypto/data-key.ts';
import { readKeyRing } from '#platform/crypto/key-ring.ts';
import { newKeysFile } from '#platform/crypto/open-key-ring.ts';
import { seal, unseal } from '#platform/crypto/seal.ts';

const key = randomBytes(32);
const place = { table: 'brokerage_case', column: 'sealed_family', row: 'one' };

test('whatever is sealed opens again to the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(unseal(key, place, seal(key, place, text))).toBe(text);
    }),
  );
});

test('the same text is sealed differently each time, and shows nothing of itself', () => {
  const first = seal(key, place, 'Amina, oxygen');
  expect(seal(key, place, 'Amina, oxygen')).not.toBe(first);
  const decoded = first.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
  expect([first, ...decoded].join(' ')).not.toContain('Amina');
});

test.each([
  ['another row', { ...place, row: 'two' }],
  ['another column', { ...place, column: 'sealed_note' }],
  ['another table', { ...place, table: 'offer' }],
])('a value moved to %s is refused', (_name, elsewhere) => {
  const sealed = seal(key, place, 'Amina');
  expect(() => unseal(key, elsewhere, sealed)).toThrow();
});

test('another key does not open it', () => {
  expect(() => unseal(randomBytes(32), place, seal(key, place, 'Amina'))).toThrow();
});

test('a single changed bit anywhere is refused', () => {
  const [version, ...parts] = seal(key, place, 'Amina').split('.');
  const bytes = parts.map((part) => Buffer.from(part, 'base64url'));
  for (const [part, content] of bytes.entries()) {
    for (let bit = 0; bit < content.length * 8; bit += 1) {
      const changed = bytes.map((one, index) => {
        const copy = Buffer.from(one);
        if (index === part) copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        return copy.toString('base64url');
      });
      expect(() => unseal(key, place, [version, ...changed].join('.'))).toThrow();
    }
  }
});

test('one cut short, with a short tag or of another version is refused', () => {
  const sealed = seal(key, place, 'Amina');
  const [version, nonce, body, tag = ''] = sealed.split('.');
  const wrong = [
    '',
    'v1',
    'v1...',
    sealed.slice(0, -4),
    sealed.replace('v1', 'v2'),
    [version, nonce, '', tag].join('.'),
    [version, nonce, body, tag.slice(0, 8)].join('.'),
  ];
  for (const text of wrong) expect(() => unseal(key, place, text)).toThrow();
});

describe('the key of a case', () => {
  const ring = readKeyRing(newKeysFile());

  test('is stored wrapped, and opens what it sealed', () => {
    const { key: fresh, wrapped } = newDataKey(ring, 'case-1');
    expect(wrapped).not.toContain(fresh.bytes.toString('base64'));
    const sealed = sealJson(fresh, place, { name: 'Amina' });
    const opened = unwrapDataKey(ring, 'case-1', wrapped);
    expect(unsealJson(opened, place, sealed)).toEqual({ name: 'Amina' });
  });

  test('moved to another case is refused', () => {
    const { wrapped } = newDataKey(ring, 'case-1');
    expect(() => unwrapDataKey(ring, 'case-2', wrapped)).toThrow();
  });

  test('wrapped by a key that the ring no longer has is refused with a reason', () => {
    const { wrapped } = newDataKey(ring, 'case-1');
    const renamed = { ...ring, encryption: ring.encryption.map((one) => ({ ...one, id: 'k9' })) };
    expect(() => unwrapDataKey(renamed, 'case-1', wrapped)).toThrow('not in the keys file');
  });

  test('still opens after a new key was added, and new cases use the new one', () => {
    const { wrapped } = newDataKey(ring, 'case-1');
    const grown = { ...ring, encryption: [...ring.encryption, { id: 'k2', key: randomBytes(32) }] };
    expect(unwrapDataKey(grown, 'case-1', wrapped).bytes).toHaveLength(32);
    expect(newDataKey(grown, 'case-2').wrapped).toMatch(/^k2\./);
    expect(() => unwrapDataKey(ring, 'case-2', newDataKey(grown, 'case-2').wrapped)).toThrow();
  });
});
