import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { typedValue, type Typed } from '#platform/http/form.ts';
import { listProvidersByIds } from './provider-store.ts';
import { readIds, safeBack, shortlistLimit, withoutIds } from './shortlist.ts';
import { keptMark } from './shortlist-button.view.ts';

type Changed = { readonly ids: readonly string[]; readonly goTo: string };

/**
 * Keeps or removes places and gives the whole list and where to go next. `kept` are the ids that the
 * browser keeps now. One place kept leads back to its page, at the words that say so.
 */
export function changeShortlist(
  ctx: Pick<Ctx, 'db'>,
  href: (path: string, query?: Query) => string,
  kept: readonly string[],
  typed: Typed,
): Changed {
  const asked = readIds(typed['id'] ?? []);
  switch (typedValue(typed, 'do')) {
    case 'keep':
      return keep(ctx, href, kept, asked, safeBack(typedValue(typed, 'back')));
    case 'remove':
      return { ids: withoutIds(kept, asked), goTo: href('/shortlist') };
    case 'clear':
      return { ids: [], goTo: href('/shortlist') };
    default:
      return { ids: kept, goTo: href('/shortlist') };
  }
}

function keep(
  ctx: Pick<Ctx, 'db'>,
  href: (path: string, query?: Query) => string,
  kept: readonly string[],
  asked: readonly string[],
  back: string | null,
): Changed {
  const added = listProvidersByIds(ctx.db, withoutIds(asked, kept)).map(({ id }) => id);
  const known = [...asked.filter((id) => kept.includes(id)), ...added];
  if (known.length === 0) return { ids: kept, goTo: href('/shortlist', { note: 'unknown' }) };
  const all = [...kept, ...added];
  const ids = all.slice(0, shortlistLimit);
  if (all.length > shortlistLimit) return { ids, goTo: href('/shortlist', { note: 'full' }) };
  const [first = ''] = known;
  return { ids, goTo: back === null ? href('/shortlist') : `${back}#${keptMark(first)}` };
}
