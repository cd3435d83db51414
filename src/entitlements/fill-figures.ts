import type { Words } from '#platform/i18n/words.ts';
import { figure, isFigureKey, type Figure, type Reference } from './figures.ts';
import { formatFigure } from './format-figure.ts';

const place = /\{figure:([a-z-]+\.[A-Za-z0-9]+)\}/g;

export type FilledText = {
  readonly text: string;
  /** The figures in it that nobody has confirmed yet: the page says so. */
  readonly unconfirmed: readonly Figure[];
  /** Keys without a figure in force that day: the page leaves the text out. */
  readonly missing: readonly string[];
};

/** Puts the figures in force on a London day into a text: `{figure:universal.hoursPerWeek}` → 15. */
export function fillFigures(
  text: string,
  words: Words,
  reference: Reference,
  day: string,
): FilledText {
  const unconfirmed: Figure[] = [];
  const missing: string[] = [];
  const filled = text.replace(place, (whole, key: string) => {
    const found = isFigureKey(key) ? figure(reference, key, day) : undefined;
    if (!found) {
      missing.push(key);
      return whole;
    }
    if (found.confidence === 'unconfirmed') unconfirmed.push(found);
    return isolated(words, formatFigure(words, found));
  });
  return { text: filled, unconfirmed, missing };
}

/** Between right-to-left words, a figure keeps its own direction. */
const isolated = ({ language }: Words, text: string): string =>
  language.dir === 'rtl' ? `\u2068${text}\u2069` : text;
