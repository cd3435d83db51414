import { fillFigures } from '#entitlements/fill-figures.ts';
import type { Reference } from '#entitlements/figures.ts';
import type { Words } from '#platform/i18n/words.ts';
import { letterBlanks } from './placeholders.ts';

/** A piece of a text that is written in one way. */
export type Run = {
  readonly text: string;
  readonly isStrong: boolean;
  /** Where it leads, in the reader's language; null when nowhere. */
  readonly href: string | null;
  /** A figure that nobody has confirmed yet: the page says so beside it. */
  readonly isUnconfirmed: boolean;
  /** A blank of the letter, to be filled in. */
  readonly isBlank: boolean;
};

/** What a text is filled from: the figures in force on a London day. */
export type Filling = {
  readonly words: Words;
  readonly reference: Reference;
  readonly day: string;
  readonly href: (path: string) => string;
};

/**
 * A text's `**bold**`, `[links](/…)`, `{figure:…}` and `{letter:…}` as runs; null when one of its
 * figures is not in force, as then the text would say nothing true.
 */
export function runsOf(text: string, filling: Filling): readonly Run[] | null {
  const { words, reference, day } = filling;
  if (fillFigures(text, words, reference, day).missing.length > 0) return null;
  return text
    .split('**')
    .flatMap((part, at) => linkedRuns(part, at % 2 === 1, filling))
    .filter((run) => run.text !== '');
}

const linkedRuns = (part: string, isStrong: boolean, filling: Filling): readonly Run[] =>
  part.split(/(\[[^\]]+\]\([^)]+\))/u).flatMap((piece) => {
    const [, label, target] = /^\[([^\]]+)\]\(([^)]+)\)$/u.exec(piece) ?? [];
    const href =
      target === undefined ? null : target.startsWith('/') ? filling.href(target) : target;
    return (label ?? piece)
      .split(/(\{(?:figure|letter):[\w.-]+\})/u)
      .map((bit) => ({ ...filled(bit, filling), isStrong, href }));
  });

function filled(bit: string, { words, reference, day }: Filling) {
  const blank = letterBlanks.find((name) => bit === `{letter:${name}}`);
  if (blank)
    return { text: words.t(`guidance:letter.blank.${blank}`), isUnconfirmed: false, isBlank: true };
  const { text, unconfirmed } = fillFigures(bit, words, reference, day);
  return { text, isUnconfirmed: unconfirmed.length > 0, isBlank: false };
}
