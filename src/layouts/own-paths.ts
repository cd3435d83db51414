import { doors, journeySteps } from '#guidance/journey/turns.ts';
import type { Library } from '#guidance/library.ts';

const fixedPaths = [
  ...(['/', '/find', '/ask', '/guidance', '/checker', '/journey', '/professionals'] as const),
  ...(['/sources', '/privacy', '/cookies', '/accessibility', '/terms', '/another-way'] as const),
  ...(['/feedback', '/have-your-say'] as const),
];

/** The site's own public pages, for the sitemap: paths without a language. */
export const ownPaths = (library: Library): readonly string[] => [
  ...fixedPaths,
  ...[...library.values()].flatMap(({ front, easy }) => [
    `/guidance/${front.slug}`,
    ...(easy.size === 0 ? [] : [`/guidance/${front.slug}/easy`]),
  ]),
  ...journeySteps.map(({ key }) => `/journey/${key}`),
  ...doors.map(({ key }) => `/journey/for/${key}`),
];
