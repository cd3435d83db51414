import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { distanceText, placeName, whereText } from './place-words.ts';
import type { PlacePoint, Provider } from './provider.ts';
import { groupName, groupOf, kindName, serviceGroups } from './taxonomy.ts';

type Href = (path: string, query?: Query) => string;
export type Neighbour = { readonly provider: Provider; readonly miles: number };

/** The other services at this place, by group; null when there are none. */
export function hereView(words: Words, href: Href, here: readonly Provider[]) {
  if (here.length === 0) return null;
  const byGroup = Map.groupBy(here, ({ kind }) => groupOf(kind));
  return {
    title: words.t('directory:provider.here.title'),
    groups: serviceGroups.flatMap((group) => {
      const services = byGroup.get(group) ?? [];
      if (services.length === 0) return [];
      return [{ title: groupName(words, group), links: services.map(linkTo(words, href)) }];
    }),
  };
}

const linkTo = (words: Words, href: Href) => (provider: Provider) => ({
  name: placeName(words, provider),
  isEnglish: provider.name !== null,
  kind: kindName(words, provider.kind),
  href: href(`/provider/${provider.id}`),
});

/** A few more of the same kind, nearest first; null when there are none or nobody knows how far. */
export function nearbyView(
  words: Words,
  href: Href,
  { kind, point }: Provider,
  nearby: readonly Neighbour[],
) {
  if (nearby.length === 0) return null;
  return {
    title: words.t('directory:provider.nearby.title'),
    places: nearby.map(({ provider, miles }) => ({
      ...linkTo(words, href)(provider),
      where: whereText(words, provider),
      distance: milesText(words, provider, miles, point),
    })),
    all: { text: words.t('directory:provider.nearby.all'), href: href('/find', { kind }) },
  };
}

/** How far it is from a point, and which way: only about when either end is known only roughly. */
export function milesText(
  words: Words,
  { point }: Pick<Provider, 'point'>,
  miles: number | null,
  from: PlacePoint | null,
): string {
  const isRough = from?.precision === 'area' && point !== null;
  return distanceText(
    words,
    { point: isRough ? { ...point, precision: 'area' } : point },
    miles,
    from,
  );
}
