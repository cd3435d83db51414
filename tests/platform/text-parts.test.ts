import { expect, test } from 'vitest';
import { textParts } from '#platform/mail/text-parts.ts';

test.each([
  ['', 1],
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  // £ and é are in the plain alphabet; €, brackets and braces take two units.
  ['£é'.repeat(80), 1],
  ['€'.repeat(80), 1],
  ['€'.repeat(81), 2],
  ['{}[]~|^\\'.repeat(10), 1],
  // One letter outside it makes all of it cost as much as Urdu does.
  [`${'a'.repeat(69)}ł`, 1],
  [`${'a'.repeat(70)}ł`, 2],
  ['خ'.repeat(70), 1],
  ['خ'.repeat(134), 2],
  ['خ'.repeat(135), 3],
  // A character beyond the first plane counts as two.
  ['😀'.repeat(35), 1],
  ['😀'.repeat(36), 2],
])('%j counts right', (words, parts) => {
  expect(textParts(words)).toBe(parts);
});
