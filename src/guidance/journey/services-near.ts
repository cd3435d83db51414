import { distanceText, placeName, whereText } from '#directory/place-words.ts';
import { findProviders, type FoundProvider } from '#directory/find-providers.ts';
import { openQuery, type FindQuery } from '#directory/find-query.ts';
import { audienceName, kindName, type Audience, type ServiceKind } from '#directory/taxonomy.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { FieldProblem } from '#platform/http/form.ts';

type Href = (path: string, query?: Query) => string;
type Asked = Pick<FindQuery, 'kind' | 'for'>;

export type NearbyPlace = {
  readonly href: string;
  readonly name: string;
  /** The name is its own, as it is written in English. */
  readonly isOwnName: boolean;
  readonly where: string;
  /** Null for what is not in one place. */
  readonly distance: string | null;
};
export type NearbyGroup = {
  readonly title: string;
  /** Null when nobody said from where. */
  readonly places: readonly NearbyPlace[] | null;
  readonly searchHref: string;
};
export type Nearby =
  | { readonly ok: true; readonly groups: readonly NearbyGroup[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** How many of a kind are shown, and how far away they may be in miles. */
const most = 3;
const furthest = 10;

/** The nearest of each kind of service; kinds in one list stand for one another. */
export function servicesNear(
  ctx: Ctx,
  href: Href,
  near: string,
  kinds: readonly (readonly ServiceKind[])[],
): Promise<Nearby> {
  const { words } = ctx;
  return gather(
    kinds.map(async (kind): Promise<Nearby> => {
      const title = words.format.list(kind.map((one) => kindName(words, one)));
      return near === ''
        ? { ok: true, groups: [linkOnly(href, title, { kind, for: [] })] }
        : findGroup(ctx, href, title, near, { kind: [...kind], for: [] });
    }),
  );
}

/** What especially welcomes each of these families: the nearest, or the first by name. */
export const welcomingNear = (
  ctx: Ctx,
  href: Href,
  near: string,
  audiences: readonly Audience[],
): Promise<Nearby> =>
  gather(
    audiences.map((audience) =>
      findGroup(ctx, href, audienceName(ctx.words, audience), near, { kind: [], for: [audience] }),
    ),
  );

async function gather(asked: readonly Promise<Nearby>[]): Promise<Nearby> {
  const found = await Promise.all(asked);
  const wrong = found.find((one) => !one.ok);
  return wrong ?? { ok: true, groups: found.flatMap((one) => (one.ok ? one.groups : [])) };
}

type Kinds = { readonly kind: readonly string[]; readonly for: readonly string[] };

const linkOnly = (href: Href, title: string, { kind, for: whom }: Kinds): NearbyGroup => ({
  title,
  places: null,
  searchHref: href('/find', { kind, for: whom }),
});

async function findGroup(
  ctx: Ctx,
  href: Href,
  title: string,
  near: string,
  asked: Asked,
): Promise<Nearby> {
  const found = await findProviders(ctx, { ...openQuery, ...asked, near });
  if (!found.ok) return found;
  const { results, near: from } = found.value;
  const close = results.filter(({ miles }) => miles === null || miles <= furthest).slice(0, most);
  const group = {
    title,
    places: close.map((one) => placeOf(ctx, href, one, from?.point ?? null)),
    searchHref: href('/find', { near, kind: asked.kind, for: asked.for }),
  };
  return { ok: true, groups: [group] };
}

function placeOf(
  { words }: Ctx,
  href: Href,
  { provider, miles }: FoundProvider,
  from: Parameters<typeof distanceText>[3],
): NearbyPlace {
  return {
    href: href(`/provider/${provider.id}`),
    name: placeName(words, provider),
    isOwnName: provider.name !== null,
    where: provider.isVirtual ? words.t('directory:place.online') : whereText(words, provider),
    distance:
      from === null || provider.isVirtual ? null : distanceText(words, provider, miles, from),
  };
}
