import { kindWords } from '#directory/taxonomy.ts';
import type { Reference } from '#entitlements/figures.ts';
import { schemeTexts } from '#entitlements/scheme-words.ts';
import { schemeKeys, type SchemeKey } from '#entitlements/schemes.ts';
import { textsOf, type Block } from '#guidance/article-blocks.ts';
import type { Article, Library } from '#guidance/library.ts';
import { plainText } from '#guidance/placeholders.ts';
import type { Catalogue, Words } from '#platform/i18n/words.ts';
import { wordsForGuide, wordsForScheme } from './search-words.ts';
import { wordIndex, type WordIndex } from './word-index.ts';

/** What a word counts where it stands. */
const weight = { title: 10, synonym: 8, kind: 5, summary: 4, heading: 3, text: 1 } as const;

export type SearchIndex = {
  readonly guides: WordIndex<string>;
  readonly schemes: WordIndex<SchemeKey>;
};

const known = new WeakMap<Library, WeakMap<Words, SearchIndex>>();

/** The index of a reader's language, with English beside it; made once for a library. */
export function knownIndex(library: Library, words: Words, making: Making): SearchIndex {
  const ofLibrary = known.get(library) ?? new WeakMap<Words, SearchIndex>();
  known.set(library, ofLibrary);
  const index = ofLibrary.get(words) ?? makeIndex(library, words, making);
  ofLibrary.set(words, index);
  return index;
}

type Making = { readonly catalogue: Catalogue; readonly reference: Reference };

function makeIndex(library: Library, words: Words, { catalogue, reference }: Making): SearchIndex {
  const languages = catalogue.languages.map(({ code }) => code);
  const tongues = [words, catalogue.speak('en')];
  return {
    guides: wordIndex(
      [...library].map(([slug, article]) => ({
        item: slug,
        texts: guideTexts(article, words.language.code, languages),
      })),
    ),
    schemes: wordIndex(
      schemeKeys.map((key) => ({
        item: key,
        texts: schemeWords(key, tongues, languages, reference),
      })),
    ),
  };
}

function guideTexts(article: Article, code: string, languages: readonly string[]) {
  const { front } = article;
  const own = article.translations.get(code);
  const kinds = front.services.map((kind) => kindWords(kind, languages)).join('\n');
  return [
    ...[front, ...(own ? [own.front] : [])].flatMap(({ title, summary }) => [
      { text: title, weight: weight.title },
      { text: summary, weight: weight.summary },
    ]),
    { text: wordsForGuide(front.slug, languages), weight: weight.synonym },
    { text: kinds, weight: weight.kind },
    ...[...article.blocks, ...(own?.blocks ?? [])].map(blockText),
  ];
}

const blockText = (block: Block) => ({
  text: textsOf(block).map(plainText).join('\n'),
  weight: block.kind === 'heading' ? weight.heading : weight.text,
});

const schemeWords = (
  key: SchemeKey,
  tongues: readonly Words[],
  languages: readonly string[],
  { schemes }: Reference,
) => [
  { text: Object.values(schemes.get(key)?.names ?? {}).join('\n'), weight: weight.title },
  { text: wordsForScheme(key, languages), weight: weight.synonym },
  ...tongues.map((words) => ({
    text: plainText(schemeTexts(words, key).what),
    weight: weight.text,
  })),
];
