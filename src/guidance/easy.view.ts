import type { Words } from '#platform/i18n/words.ts';
import type { Block } from './article-blocks.ts';
import type { Href, Making } from './article.view.ts';
import { titleOf } from './article.view.ts';
import type { Article } from './library.ts';
import { runsOf, type Filling, type Run } from './runs.ts';
import { englishOn } from './shown-sections.ts';

/** A heading, or one idea with its picture. */
export type EasyRow =
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'idea';
      readonly picture: { readonly src: string; readonly alt: string } | null;
      readonly runs: readonly Run[];
    };
export type EasyView = NonNullable<ReturnType<typeof easyView>>;

/** The Easy Read page of an article, in English where there is no other; null where there is none. */
export function easyView(article: Article, making: Making) {
  const { words, english, href } = making;
  const own = article.easy.get(words.language.code);
  const text = own ?? article.easy.get('en');
  if (!text) return null;
  const filling = own ? making : { ...making, words: english };
  return {
    title: text.front.title,
    tongue: own ? {} : englishOn(words),
    notice: own ? null : words.t('guidance:language.none'),
    rows: rowsOf(text.blocks, filling),
    whole: wholeLink(article, words, href),
    print: href(`/guidance/${article.front.slug}/print`, { easy: '1' }),
    askHref: href('/ask'),
  };
}

const wholeLink = (article: Article, words: Words, href: Href) => ({
  ...titleOf(article, words),
  href: href(`/guidance/${article.front.slug}`),
});

/** Each text with the picture that stands before it. */
const rowsOf = (blocks: readonly Block[], filling: Filling): readonly EasyRow[] =>
  blocks.flatMap((block, at): readonly EasyRow[] => {
    if (block.kind === 'heading') return [{ kind: 'heading', text: block.text }];
    if (block.kind !== 'paragraph') return [];
    const runs = runsOf(block.text, filling);
    const before = blocks[at - 1];
    const picture = before?.kind === 'picture' ? { src: before.src, alt: before.alt } : null;
    return runs === null ? [] : [{ kind: 'idea', picture, runs }];
  });
