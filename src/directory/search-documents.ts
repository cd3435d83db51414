import type { SearchDocument } from '#platform/search/search-engine.ts';
import { inclusionAttributes } from './inclusion-vocabulary.ts';
import { effectiveAnswer, isOffered } from './inclusion.ts';
import type { Provider, ProviderKind } from './provider.ts';

export type SearchWords = {
  /** ISO day: answers older than 12 months count as not said. */
  readonly today: string;
  /** What people type for a kind, in every language offered. */
  readonly kindWords: (kind: ProviderKind) => string;
};

/** What the search engine is to know of each provider. */
export function* searchDocuments(
  providers: Iterable<Provider>,
  words: SearchWords,
): Generator<SearchDocument> {
  for (const provider of providers) yield searchDocument(provider, words);
}

/**
 * One provider for the engine. Facet `inclusion` holds `hoist` when it is offered (with or without
 * notice) and `hoist?` when it is not said; a "no" is in neither.
 */
export function searchDocument(provider: Provider, words: SearchWords): SearchDocument {
  return {
    id: provider.id,
    text: textOf(provider, words.kindWords(provider.kind)),
    // U+FFFF sorts after every letter, so places without a public name come last.
    name: provider.name ?? '\uffff',
    point: provider.point,
    facets: { kind: [provider.kind], inclusion: inclusionFacet(provider, words.today) },
    ages: provider.ages,
  };
}

function textOf(
  { name, address, outwardPostcode, ward, areaName, description }: Provider,
  kind: string,
) {
  const place = [...(address?.lines ?? []), address?.town, address?.postcode, outwardPostcode];
  return [name, kind, ...place, ward?.name, areaName, description].filter(Boolean).join('\n');
}

function inclusionFacet({ inclusion }: Provider, today: string): readonly string[] {
  return inclusionAttributes.flatMap(({ key }) => {
    const answer = effectiveAnswer(inclusion.get(key), today);
    if (isOffered(answer)) return [key];
    return answer === 'not-said' ? [`${key}?`] : [];
  });
}
