import type { SearchDocument } from '#platform/search/search-engine.ts';
import { dayNumber, facetsOf, spansOf } from './search-facts.ts';
import { pencePerHour, type Provider } from './provider.ts';
import type { ServiceKind } from './taxonomy.ts';

export type SearchWords = {
  /** ISO day: answers older than 12 months count as not said. */
  readonly today: string;
  /** What people type for a kind, in every language offered. */
  readonly kindWords: (kind: ServiceKind) => string;
};

/** What the search engine is to know of each provider. */
export function* searchDocuments(
  providers: Iterable<Provider>,
  words: SearchWords,
): Generator<SearchDocument> {
  for (const provider of providers) yield searchDocument(provider, words);
}

/** One provider for the engine: nothing in it that its page would not show. */
export function searchDocument(
  provider: Provider,
  { today, kindWords }: SearchWords,
): SearchDocument {
  const cost = costOf(provider);
  return {
    id: provider.id,
    text: textOf(provider, [provider.kind, ...provider.alsoKinds].map(kindWords).join('\n')),
    // U+FFFF sorts after every letter, so places without a public name come last.
    name: provider.name ?? '\uffff',
    point: provider.point,
    facets: facetsOf(provider, today),
    spans: spansOf(provider, cost, today),
    ranks: {
      ...(cost !== null && { cost }),
      updated: -dayNumber(provider.confirmedOn ?? provider.asAt),
    },
  };
}

/** Pence an hour; nothing for what is free. */
const costOf = ({ isFree, costs }: Provider): number | null =>
  pencePerHour(costs) ?? (isFree === true ? 0 : null);

function textOf(provider: Provider, kind: string): string {
  const { name, address, outwardPostcode, ward, areaName, organisation, description } = provider;
  const place = [...(address?.lines ?? []), address?.town, address?.postcode, outwardPostcode];
  const said = [description, provider.eligibility, provider.forDisabledChildren];
  return [
    ...[name, kind, provider.locationName, organisation?.name],
    ...[...place, ward?.name, areaName],
    ...said,
  ]
    .filter(Boolean)
    .join('\n');
}
