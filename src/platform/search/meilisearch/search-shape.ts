/**
 * What an index is to hold, known before the first document because each name becomes a setting.
 * Names are of letters and digits.
 */
export type SearchShape = {
  readonly facets: readonly string[];
  readonly ranks: readonly string[];
  /** Lists of spans, and how many spans of each a document may have that count at one `at`. */
  readonly spans: ReadonlyMap<string, number>;
  /** Languages in which the texts are written, as codes such as `en`. */
  readonly languages: readonly string[];
};

/** Holds for every document, so that counting it counts the documents. */
export const everyDocument = 'all';

/** Attributes of a document as the server keeps it. */
export const attribute = {
  id: 'id',
  words: 'words',
  name: 'name',
  nameStart: 'nameStart',
  nameNext: 'nameNext',
  every: 'every',
  cell: 'cell',
  said: 'said',
  facet: (name: string): string => `facet_${name}`,
  rank: (name: string): string => `rank_${name}`,
  /** `group` says for which `at`; `slot` counts from 0. */
  span: (list: string, group: string, slot: number, end: 'from' | 'to' | 'since'): string =>
    `span_${list}_${group}_${slot}_${end}`,
} as const;
