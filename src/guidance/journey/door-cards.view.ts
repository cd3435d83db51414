import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { doors } from './turns.ts';

/** The doors for families who are not always spoken to. */
export const doorCards = (words: Words, href: (path: string, query?: Query) => string) =>
  doors.map(({ key }) => ({
    title: words.t(`journey:door.${key}.title`),
    text: words.t(`journey:door.${key}.text`),
    href: href(`/journey/for/${key}`),
  }));
