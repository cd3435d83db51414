import type { Query } from '#platform/http/addresses.ts';
import { writeIds } from './shortlist.ts';

type Href = (path: string, query?: Query) => string;

/** The link that shows these places to anybody, stable and short: `/shortlist?ids=ey1,ey2`. */
export const shortlistLink = (href: Href, ids: readonly string[]): string =>
  `${href('/shortlist')}?ids=${writeIds(ids)}`;

/** These places side by side; `near` as it was typed. */
export const compareLink = (href: Href, ids: readonly string[], near = ''): string => {
  const link = `${href('/shortlist/compare')}?ids=${writeIds(ids)}`;
  return near === '' ? link : `${link}&${new URLSearchParams({ near }).toString()}`;
};
