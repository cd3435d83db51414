import type { Ctx } from '#platform/context.ts';
import { attributesIn, inclusionGroups, isInclusionKey } from '#directory/inclusion-vocabulary.ts';
import { distances } from '#directory/distances.ts';
import { parsePostcode } from '#directory/postcode.ts';
import { insertDraft, type Answers } from './draft-store.ts';

/**
 * Opens a draft and gives the secret for its cookie. `search` is the query of the search the family
 * came from (or ''), so that they need not say the same twice.
 */
export function startRequest(ctx: Ctx, from: { search: string; providerId: string }): string {
  const token = ctx.ids.token();
  insertDraft(ctx.db, ctx, token, {
    steps: {},
    suggested: suggestionsFrom(new URLSearchParams(from.search)),
    cameFrom: { search: from.search.slice(0, 1000), providerId: from.providerId.slice(0, 80) },
  });
  return token;
}

function suggestionsFrom(search: URLSearchParams): Answers['suggested'] {
  const near = parsePostcode(search.get('near') ?? '');
  const asked = search.getAll('inclusion').filter(isInclusionKey);
  const groups = inclusionGroups.filter((group) =>
    attributesIn(group).some(({ key }) => asked.includes(key)),
  );
  return {
    ...(near?.kind === 'full' && {
      place: { postcode: [near.display], miles: [milesNear(search.get('within'))] },
    }),
    ...(groups.length > 0 && { needs: { groups } }),
  };
}

/** The choice of the form that covers a distance searched for. */
const milesNear = (within: string | null): string =>
  distances.find(
    (miles) => Number(miles) >= Number(within === null || within === '' ? '3' : within),
  ) ?? '10';
