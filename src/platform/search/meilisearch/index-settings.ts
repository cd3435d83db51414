import type { Settings } from 'meilisearch';
import { mostHits, mostValues } from './limits.ts';
import { attribute, type SearchShape } from './search-shape.ts';
import { serverLocales } from './server-locales.ts';

/** Can be asked for by value, and is counted; not searched for by its letters. */
const byValue = (...attributePatterns: string[]) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison: false } },
});
/** Can be compared as a number. */
const byNumber = (...attributePatterns: string[]) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: false, comparison: true } },
});

/**
 * How an index of this shape is set up: so that it finds what the embedded engine finds. No typing
 * mistakes are forgiven here (a postcode is not another, and words that nothing has are left to the
 * embedded engine), and no word stands for another: the documents' own text has the synonyms.
 */
export function indexSettings({ facets, ranks, spans, languages }: SearchShape): Settings {
  const locales = serverLocales(languages);
  return {
    searchableAttributes: [attribute.words],
    displayedAttributes: ['*'],
    filterableAttributes: [
      byValue(attribute.id, attribute.every, attribute.cell, attribute.said),
      ...facets.map((facet) => byValue(attribute.facet(facet))),
      ...[...spans.keys()].map((list) => byNumber(`span_${list}_*`)),
    ],
    sortableAttributes: [
      ...['_geo', attribute.nameStart, attribute.nameNext],
      ...ranks.map(attribute.rank),
    ].sort(),
    rankingRules: ['sort', 'words'],
    stopWords: [],
    synonyms: {},
    typoTolerance: { enabled: false, disableOnNumbers: true },
    localizedAttributes:
      locales.length === 0 ? null : [{ attributePatterns: [attribute.words], locales }],
    proximityPrecision: 'byAttribute',
    faceting: { maxValuesPerFacet: mostValues },
    pagination: { maxTotalHits: mostHits },
    facetSearch: false,
    prefixSearch: 'indexingTime',
  };
}

/** Of the settings wanted, those that are not so. */
export function settingsToWrite(wanted: Settings, found: Settings): Settings {
  const has = new Map(Object.entries(found));
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => !isHeldBy(has.get(name), value)),
  );
}

/** Whether what is found says the same; it may say more than was asked for. */
function isHeldBy(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((item, at) => isHeldBy(found[at], item))
    );
  }
  if (!isRecord(wanted)) return found === wanted || (wanted === null && found === undefined);
  if (!isRecord(found)) return false;
  const parts = Object.entries(wanted);
  // What maps words to words is to hold nothing else.
  if (parts.length === 0) return Object.keys(found).length === 0;
  return parts.every(([name, value]) => isHeldBy(found[name], value));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
