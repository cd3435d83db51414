import type { Words } from '#platform/i18n/words.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { fillFigures } from '../fill-figures.ts';
import type { Reference } from '../figures.ts';

/** What every screen of the checker writes with. `today` is a London day. */
export type CheckTexts = {
  readonly words: Words;
  readonly reference: Reference;
  readonly today: string;
};

/** A text with its figures; null when one that it needs is not known today. */
export function filled(
  { words, reference, today }: CheckTexts,
  key: WordKey,
): { readonly text: string; readonly isConfirmed: boolean } | null {
  const { text, unconfirmed, missing } = fillFigures(words.t(key), words, reference, today);
  return missing.length > 0 ? null : { text, isConfirmed: unconfirmed.length === 0 };
}

/** "Child born in May 2025", or the baby that is due; the family when it is about no one child. */
export function childText(
  { t, format }: Words,
  child: { readonly born: string; readonly isDue: boolean } | undefined,
): string {
  if (child === undefined) return t('checker:child.family');
  return t(child.isDue ? 'checker:child.due' : 'checker:child.born', {
    month: format.month(child.born),
  });
}
