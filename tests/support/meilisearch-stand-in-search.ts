import type { Settings } from 'meilisearch';
import { z } from 'zod';
import {
  FilterError,
  readFilter,
  valuesOf,
  type Allowed,
  type StoredDocument,
} from './meilisearch-stand-in-filter.ts';

export const searchBody = z.object({
  indexUid: z.string(),
  q: z.string().default(''),
  filter: z.string().optional(),
  sort: z.array(z.string()).default([]),
  facets: z.array(z.string()).default([]),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(0).default(20),
  attributesToRetrieve: z.array(z.string()).default(['*']),
  matchingStrategy: z.enum(['last', 'all', 'frequency']).default('last'),
});
type Search = z.infer<typeof searchBody>;

/** Answers one search over the documents of an index as the documentation says. */
export function searchStandIn(
  documents: readonly StoredDocument[],
  settings: Settings,
  search: Search,
) {
  if (search.matchingStrategy !== 'all') throw new FilterError('The stand-in knows only "all"');
  const passes =
    search.filter === undefined ? () => true : readFilter(search.filter, allowedBy(settings));
  const matches = wordsTest(search.q, settings.searchableAttributes ?? []);
  const found = documents.filter((document) => passes(document) && matches(document));
  const reachable = settings.pagination?.maxTotalHits ?? 1000;
  const end = Math.min(reachable, search.offset + search.limit);
  const hits = search.limit === 0 ? [] : sorted(found, search.sort, settings);
  return {
    indexUid: search.indexUid,
    hits: hits.slice(search.offset, end).map((hit) => retrieved(hit, search.attributesToRetrieve)),
    estimatedTotalHits: Math.min(found.length, reachable),
    offset: search.offset,
    limit: search.limit,
    facetDistribution: Object.fromEntries(
      search.facets.map((facet) => [facet, distribution(found, facet, settings)]),
    ),
  };
}

function allowedBy({ filterableAttributes }: Settings): Allowed {
  return (attribute) => {
    for (const one of filterableAttributes ?? []) {
      if (typeof one === 'string') {
        if (one === attribute) return { equality: true, comparison: true };
      } else if (one.attributePatterns.some((pattern) => fits(pattern, attribute))) {
        return one.features.filter;
      }
    }
    return undefined;
  };
}

const fits = (pattern: string, attribute: string): boolean =>
  pattern.endsWith('*') ? attribute.startsWith(pattern.slice(0, -1)) : pattern === attribute;

/** Quoted words as they are, the last one otherwise by its beginning; no typing mistakes forgiven. */
function wordsTest(q: string, searchable: readonly string[]) {
  const terms = [...q.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, open]) => ({
    text: (quoted ?? open ?? '').toLowerCase(),
    isOpen: quoted === undefined,
  }));
  return (document: StoredDocument): boolean => {
    if (terms.length === 0) return true;
    const words = searchable.flatMap((name) =>
      z
        .string()
        .parse(document[name] ?? '')
        .toLowerCase()
        .split(/\s+/),
    );
    return terms.every(({ text, isOpen }, at) =>
      words.some((word) =>
        isOpen && at === terms.length - 1 ? word.startsWith(text) : word === text,
      ),
    );
  };
}

function distribution(found: readonly StoredDocument[], facet: string, settings: Settings) {
  if (allowedBy(settings)(facet) === undefined) throw new FilterError(`${facet} is no facet`);
  const counts = new Map<string, number>();
  for (const document of found) {
    for (const value of new Set(valuesOf(document, facet).map(String))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const most = settings.faceting?.maxValuesPerFacet ?? 100;
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, most));
}

const retrieved = (document: StoredDocument, names: readonly string[]) =>
  names.includes('*')
    ? document
    : Object.fromEntries(Object.entries(document).filter(([name]) => names.includes(name)));

type Bucket = readonly StoredDocument[];

/** Each rule puts in order what the rules before it left equal. */
function sorted(found: Bucket, rules: readonly string[], settings: Settings): Bucket {
  const [rule, ...rest] = rules;
  // In whichever order: here, the one least expected.
  if (rule === undefined || found.length < 2) return found.toReversed();
  return bucketsOf(found, rule, settings).flatMap((bucket) => sorted(bucket, rest, settings));
}

const GEO = /^_geoPoint\((-?[\d.e-]+), (-?[\d.e-]+)\):asc$/;

function bucketsOf(found: Bucket, rule: string, settings: Settings): readonly Bucket[] {
  const geo = GEO.exec(rule);
  const name = geo ? '_geo' : rule.replace(/:asc$/, '');
  if (!settings.sortableAttributes?.includes(name)) throw new FilterError(`Cannot sort by ${name}`);
  const measure = geo
    ? (document: StoredDocument) => metresFrom(Number(geo[1]), Number(geo[2]), document)
    : (document: StoredDocument) => numberOf(document, name);
  const measured = found
    .map((document) => ({ document, by: measure(document) }))
    .sort((a, b) => (a.by === b.by ? 0 : a.by - b.by));
  const buckets: { readonly from: number; readonly documents: StoredDocument[] }[] = [];
  for (const { document, by } of measured) {
    const last = buckets.at(-1);
    // Places within a metre of the first of a bucket are taken for equally far.
    const isEqual = last !== undefined && (by === last.from || (geo && by - last.from < 1));
    if (isEqual) last.documents.push(document);
    else buckets.push({ from: by, documents: [document] });
  }
  return buckets.map(({ documents }) => documents);
}

function numberOf(document: StoredDocument, name: string): number {
  const value = document[name];
  return typeof value === 'number' ? value : Infinity;
}

const geoField = z.object({ lat: z.number(), lng: z.number() });

/** Metres over a globe of 6,371 km; Infinity for a document without a point. */
function metresFrom(lat: number, lng: number, document: StoredDocument): number {
  const geo = geoField.safeParse(document._geo);
  if (!geo.success) return Infinity;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const a =
    Math.sin(radians(geo.data.lat - lat) / 2) ** 2 +
    Math.cos(radians(lat)) *
      Math.cos(radians(geo.data.lat)) *
      Math.sin(radians(geo.data.lng - lng) / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(a)));
}
