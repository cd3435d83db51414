import { topics } from './article.ts';
import { titleOf, type Href } from './article.view.ts';
import type { Article, Library } from './library.ts';
import type { Words } from '#platform/i18n/words.ts';

export type GuidanceList = ReturnType<typeof guidanceList>;

/** All guidance by topic. */
export const guidanceList = (library: Library, words: Words, href: Href) =>
  topics.map((topic) => ({
    id: topic,
    title: words.t(`guidance:topic.${topic}.title`),
    text: words.t(`guidance:topic.${topic}.text`),
    articles: [...library.values()]
      .filter(({ front }) => front.topic === topic)
      .sort((a, b) => a.front.order - b.front.order)
      .map((article) => itemOf(article, words, href)),
  }));

function itemOf(article: Article, words: Words, href: Href) {
  const path = `/guidance/${article.front.slug}`;
  return {
    ...titleOf(article, words),
    href: href(path),
    easyHref: article.easy.size === 0 ? null : href(`${path}/easy`),
  };
}
