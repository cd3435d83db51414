import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { listProvidersByIds } from './provider-store.ts';
import { readIds } from './shortlist.ts';
import { shortlistView } from './shortlist.view.ts';

/** The shortlist that an address names, else the browser's own from its cookie. */
export function shortlistPage(
  ctx: Ctx,
  href: (path: string, query?: Query) => string,
  search: URLSearchParams,
  cookie: string | undefined,
) {
  const kept = readIds([cookie ?? '']);
  const isShared = search.has('ids');
  const ids = isShared ? readIds(search.getAll('ids')) : kept;
  return shortlistView(ctx.words, href, {
    ...{ ids, kept, isShared },
    found: listProvidersByIds(ctx.db, ids),
    note: search.get('note') ?? '',
    today: londonDay(ctx.clock.now()),
    publicUrl: ctx.settings.publicUrl,
  });
}
