import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';

/** The home page's doors into the journey and the checker. */
export const homeSteps = ({ t }: Words, href: (path: string, query?: Query) => string) =>
  (['journey', 'checker'] as const).map((name) => ({
    title: t(`journey:home.${name}.title`),
    text: t(`journey:home.${name}.text`),
    href: href(`/${name}`),
  }));
