import { distances } from '#directory/distances.ts';
import { attributesIn, inclusionGroups, isInclusionKey } from '#directory/inclusion-vocabulary.ts';
import { parsePostcode } from '#directory/postcode.ts';
import type { Ctx } from '#platform/context.ts';
import { insertDraft, type Answers } from './draft-store.ts';
import { careKinds } from './family.ts';

export type CameFrom = {
  /** The query of the search the family came from, or ''. */
  readonly search: string;
  readonly providerId: string;
  /** The places it kept. */
  readonly shortlist?: readonly string[];
};

/** What a start page's address and shortlist bring along. */
export const cameFrom = (search: string, shortlist: readonly string[]): CameFrom => ({
  search: search.slice(1),
  providerId: new URLSearchParams(search).get('provider') ?? '',
  shortlist,
});

/**
 * Opens a draft and gives the secret for its cookie. What was searched and kept comes along, so that
 * the family need not say the same twice.
 */
export function startRequest(ctx: Ctx, { search, providerId, shortlist = [] }: CameFrom): string {
  return insertDraft(ctx.db, ctx, {
    steps: {},
    suggested: suggestionsFrom(new URLSearchParams(search)),
    first: [],
    cameFrom: {
      search: search.slice(0, 1000),
      providerId: providerId.slice(0, 80),
      shortlist: [...shortlist].slice(0, 20),
    },
  });
}

function suggestionsFrom(search: URLSearchParams): Answers['suggested'] {
  const near = parsePostcode(search.get('near') ?? '');
  const asked = search.getAll('inclusion').filter(isInclusionKey);
  const groups = inclusionGroups.filter((group) =>
    attributesIn(group).some(({ key }) => asked.includes(key)),
  );
  const kinds = careKinds.filter((kind) => search.getAll('kind').includes(kind));
  return {
    ...(near?.kind === 'full' && {
      place: { postcode: [near.display], miles: [milesNear(search.get('within'))] },
    }),
    ...(groups.length > 0 && { 'needs-1': { groups } }),
    ...(kinds.length > 0 && { kinds: { kinds } }),
    ...childFrom(search),
  };
}

/** The month of birth, or the month a baby is due, that was searched with. */
function childFrom(search: URLSearchParams): Answers['suggested'] {
  const typed = search.get('dob') ?? search.get('due') ?? '';
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(typed) ?? [];
  return year === undefined || month === undefined
    ? {}
    : { children: { month: [month], year: [year] } };
}

/** The choice of the form that covers a distance searched for. */
const milesNear = (within: string | null): string =>
  distances.find(
    (miles) => Number(miles) >= Number(within === null || within === '' ? '3' : within),
  ) ?? '10';
