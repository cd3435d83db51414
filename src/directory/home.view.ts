import type { Words } from '#platform/i18n/words.ts';
import type { Query } from '#platform/http/addresses.ts';
import { groupName, kindName, serviceGroups, type ServiceKind } from './taxonomy.ts';

type Href = (path: string, query?: Query) => string;

const oftenLookedFor: readonly ServiceKind[] = [
  ...(['nursery', 'childminder', 'wraparound', 'stay-and-play', 'family-hub'] as const),
  ...(['health-visiting', 'library'] as const),
];

/** The home page: a search in one step, and the other doors. */
export function homeView(words: Words, href: Href) {
  const { t } = words;
  const door = (
    name: 'ask' | 'guidance' | 'inclusion' | 'professionals',
    to: string,
    isFirst = false,
  ) => ({
    title: t(`directory:home.${name}.title`),
    text: t(`directory:home.${name}.text`),
    href: to,
    isFirst,
  });
  return {
    what: [
      ...serviceGroups.map((group) => ({ value: group, text: groupName(words, group) })),
      { value: '', text: t('directory:home.everything') },
    ],
    quick: oftenLookedFor.map((kind) => ({
      text: kindName(words, kind),
      href: href('/find', { kind }),
    })),
    doors: [
      door('ask', href('/ask'), true),
      door('inclusion', `${href('/find', { kind: 'childcare' })}#needs`),
      door('guidance', href('/guidance')),
      door('professionals', href('/professionals')),
    ],
  };
}
