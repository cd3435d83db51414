import { figure, isFigureKey } from '#entitlements/figures.ts';
import { formatFigure } from '#entitlements/format-figure.ts';
import { schemeName } from '#entitlements/scheme-words.ts';
import { isSchemeKey } from '#entitlements/schemes.ts';
import { textsOf, type Block } from './article-blocks.ts';
import { placeholdersIn } from './placeholders.ts';
import type { Filling } from './runs.ts';

export type FigureSource = {
  readonly scheme: string;
  readonly figure: string;
  readonly source: string;
  readonly href: string;
  readonly checked: string;
  readonly isUnconfirmed: boolean;
};

/** Where each figure of an article was read, and when a person last looked; each source once. */
export function figureSources(blocks: readonly Block[], filling: Filling): readonly FigureSource[] {
  const { words, reference, day } = filling;
  const keys = blocks
    .flatMap(textsOf)
    .flatMap(placeholdersIn)
    .filter(({ kind }) => kind === 'figure')
    .map(({ key }) => key);
  return [...new Set(keys)].filter(isFigureKey).flatMap((key) => {
    const found = figure(reference, key, day);
    const scheme = key.slice(0, key.indexOf('.'));
    if (!found || !isSchemeKey(scheme)) return [];
    return [
      {
        scheme: schemeName(words, reference, scheme),
        figure: formatFigure(words, found),
        source: found.source,
        href: found.url,
        checked: words.format.day(found.checkedOn),
        isUnconfirmed: found.confidence === 'unconfirmed',
      },
    ];
  });
}
