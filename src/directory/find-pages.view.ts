import type { Words } from '#platform/i18n/words.ts';
import { resultsPerPage, type Found } from './find-providers.ts';

/** The pages of results: the first, the last and those around this one, with gaps between. */
export function resultPages(
  { t }: Words,
  { page: current, pageCount }: Pick<Found, 'page' | 'pageCount'>,
  link: (page: number) => string,
) {
  const near = [current - 2, current - 1, current, current + 1, current + 2];
  const shown = [...new Set([1, ...near, pageCount])].filter(
    (page) => page >= 1 && page <= pageCount,
  );
  return {
    /** The number of the first result on this page. */
    first: (current - 1) * resultsPerPage + 1,
    pages: shown.flatMap((page, index) => {
      const item = {
        number: String(page),
        href: link(page),
        current: page === current,
        visuallyHiddenText: t('site:pagination.page', { number: page }),
      };
      const gap = page - (shown[index - 1] ?? 0) > 1;
      return gap ? [{ ellipsis: true as const }, item] : [item];
    }),
    previous: current > 1 ? link(current - 1) : null,
    next: current < pageCount ? link(current + 1) : null,
  };
}
