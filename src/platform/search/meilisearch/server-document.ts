import { foldWords } from '../fold-words.ts';
import { isOnGlobe } from '../miles-between.ts';
import type { SearchDocument, SearchSpan } from '../search-engine.ts';
import { cellsAt } from './cells.ts';
import { finite } from './finite.ts';
import { nameKeys } from './name-keys.ts';
import { safeId, safeValue } from './safe-text.ts';
import { attribute, everyDocument, type SearchShape } from './search-shape.ts';
import { spanGroups } from './span-slots.ts';

/** A document as the server is sent it: attribute by attribute, with names that become settings. */
export type ServerDocument = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * What the server is to keep of a document: what the port tells of it and nothing else. Throws a
 * `RangeError` when it cannot be kept exactly, such as with more spans than the shape allows.
 */
export function serverDocument(shape: SearchShape, document: SearchDocument): ServerDocument {
  const { id, name, text, spans } = document;
  const [nameStart, nameNext] = nameKeys(name);
  return {
    id: safeId(id),
    [attribute.every]: everyDocument,
    [attribute.words]: foldWords(text).join(' '),
    // Half a surrogate pair would fail the whole batch.
    [attribute.name]: name.toWellFormed(),
    [attribute.nameStart]: nameStart,
    [attribute.nameNext]: nameNext,
    [attribute.said]: [...shape.spans.keys()].filter((list) => Object.hasOwn(spans, list)),
    ...pointFields(document),
    ...facetFields(shape, document),
    ...rankFields(shape, document),
    ...spanFields(shape, document),
  };
}

/** One point off the globe would fail the whole batch. */
function pointFields({ point }: SearchDocument): Readonly<Record<string, unknown>> {
  if (point === null || !isOnGlobe(point)) return { _geo: null };
  const { latitude, longitude } = point;
  return { _geo: { lat: latitude, lng: longitude }, [attribute.cell]: cellsAt(point) };
}

const facetFields = ({ facets }: SearchShape, document: SearchDocument) =>
  Object.fromEntries(
    facets
      .filter((facet) => Object.hasOwn(document.facets, facet))
      .map((facet) => [attribute.facet(facet), document.facets[facet]?.map(safeValue)]),
  );

const rankFields = ({ ranks }: SearchShape, document: SearchDocument) =>
  Object.fromEntries(
    ranks.flatMap((rank) => {
      const number = Object.hasOwn(document.ranks, rank) ? (document.ranks[rank] ?? NaN) : NaN;
      return Number.isNaN(number) ? [] : [[attribute.rank(rank), finite(number)]];
    }),
  );

const spanFields = ({ spans }: SearchShape, document: SearchDocument) =>
  Object.fromEntries(
    [...spans].flatMap(([list, most]) => {
      const own = Object.hasOwn(document.spans, list) ? (document.spans[list] ?? []) : [];
      return [...spanGroups(own)].flatMap(([group, members]) => {
        if (members.length > most) {
          throw new RangeError(
            `${document.id} has ${members.length} spans of ${list}, and ${most} can be kept`,
          );
        }
        return members.flatMap((span, slot) => slotFields(list, group, slot, span));
      });
    }),
  );

/** A span that is no number contains nothing, but it is there. */
function slotFields(list: string, group: string, slot: number, { from, to, since }: SearchSpan) {
  const name = (end: 'from' | 'to' | 'since') => attribute.span(list, group, slot, end);
  return [
    [name('from'), Number.isNaN(from) ? Number.MAX_VALUE : finite(from)],
    [name('to'), Number.isNaN(to) ? -Number.MAX_VALUE : finite(to)],
    [name('since'), sinceOf(since)],
  ] as const;
}

/** A span that counts from no number on counts only when nobody asks by when. */
const sinceOf = (since = -Infinity): number =>
  Number.isNaN(since) ? Number.MAX_VALUE : finite(since);
