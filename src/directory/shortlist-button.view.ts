import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';

/** Where the reader of a page is led back to once a place is kept; it says so without a script. */
export const keptMark = (id: string): string => `kept-${id}`;

export type KeepButton = ReturnType<typeof keepButton>;

/**
 * The form that keeps a place, the same for every reader, so that its page may be cached. `back` is
 * the address of the page it stands on, with its language and query.
 */
export const keepButton = (
  { t }: Words,
  href: (path: string, query?: Query) => string,
  { id, name, back }: { readonly id: string; readonly name: string; readonly back: string },
) => ({
  id,
  back,
  action: href('/shortlist'),
  text: t('directory:shortlist.keep'),
  long: t('directory:shortlist.keepLong'),
  name,
  mark: keptMark(id),
  kept: t('directory:shortlist.kept'),
  see: { text: t('directory:shortlist.see'), href: href('/shortlist') },
});
