import { z } from 'zod';
import type { SearchHits } from '../search-engine.ts';
import { mostValues } from './limits.ts';
import { valueOf } from './safe-text.ts';
import { attribute, everyDocument } from './search-shape.ts';

const hit = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  nameStart: z.number().optional(),
  nameNext: z.number().optional(),
  _geo: z.object({ lat: z.number(), lng: z.number() }).nullish(),
});
export type ServerHit = z.infer<typeof hit>;

const answer = z.object({
  hits: z.array(hit),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).optional(),
});
export type ServerAnswer = z.infer<typeof answer>;

/** Reads what a multi-search gave back; throws when it is something else. */
export const readAnswers = (given: unknown): readonly ServerAnswer[] =>
  z.object({ results: z.array(answer) }).parse(given).results;

/** How many documents met a query that counted every document. The counts of hits have a cap. */
export const totalOf = ({ facetDistribution }: ServerAnswer): number =>
  facetDistribution?.[attribute.every]?.[everyDocument] ?? 0;

/** Facet → value → count of what was counted; null when there may be more values than were given. */
export function countsOf(
  counted: readonly string[],
  answers: readonly ServerAnswer[],
): SearchHits['counts'] | null {
  const given = answers.flatMap(({ facetDistribution }) => Object.entries(facetDistribution ?? {}));
  const known = new Map(given);
  const counts = counted.map((facet) => {
    const values = Object.entries(known.get(attribute.facet(facet)) ?? {});
    return [facet, values.map(([value, count]) => [valueOf(value), count] as const)] as const;
  });
  if (counts.some(([, values]) => values.length >= mostValues)) return null;
  return Object.fromEntries(counts.map(([facet, values]) => [facet, Object.fromEntries(values)]));
}
