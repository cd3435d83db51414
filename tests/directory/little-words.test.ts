import { expect, test } from 'vitest';
import { withoutLittleWords } from '#directory/little-words.ts';

test.each([
  ['nursery in Sale', 'nursery Sale'],
  ['the Elms', 'Elms'],
  ['Żłobek w Sale', 'Żłobek Sale'],
  ['سیل میں نرسری', 'سیل نرسری'],
  ['after school club', 'after school club'],
  ['In-house play', 'In-house play'],
  ['in the', 'in the'],
  ['', ''],
  ["'); --", "'); --"],
])('%j is looked for as %j', (typed, asked) => {
  expect(withoutLittleWords(typed)).toBe(asked);
});
