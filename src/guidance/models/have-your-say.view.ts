import { z } from 'zod';
import list from '#content/reference/have-your-say.json' with { type: 'json' };
import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { section, type ModelPage } from './model-page.ts';

type Href = (path: string, query?: Query) => string;

const names = z.object({ en: z.string() }).catchall(z.string());
const url = z.url({ protocol: /^https$/ });
export const sayList = z.object({
  /** Open until the day, that day included. */
  consultations: z.array(z.strictObject({ names, url, until: z.iso.date() })),
  forums: z.array(z.strictObject({ names, url })),
});
export type SayList = z.infer<typeof sayList>;

/** What the council has filled in. */
export const knownSayList = (): SayList => sayList.parse(list);

/** The plans that are open on a London day, groups of parents, and other ways to be heard. */
export function haveYourSayPage(
  words: Words,
  href: Href,
  { consultations, forums }: SayList,
  today: string,
): ModelPage {
  const { t, format } = words;
  const plans = consultations
    .filter(({ until }) => until >= today)
    .map(({ names: name, url: to, until }) => ({
      text: t('models:say.plans.until', { name: words.name(name), day: format.day(until) }),
      href: to,
    }));
  const part = (id: 'missing' | 'more', to: string) =>
    section(id, t(`models:say.${id}.title`), {
      texts: [t(`models:say.${id}.text`)],
      links: [{ text: t(`models:say.${id}.link`), href: to }],
    });
  return {
    title: t('models:say.title'),
    intro: t('models:say.intro'),
    sections: [
      section('plans', t('models:say.plans.title'), {
        texts: plans.length === 0 ? [t('models:say.plans.none')] : [],
        links: plans,
      }),
      section('forums', t('models:say.forums.title'), {
        texts: forums.length === 0 ? [t('models:say.forums.none')] : [],
        links: forums.map(({ names: name, url: to }) => ({ text: words.name(name), href: to })),
      }),
      part('missing', href('/ask')),
      part('more', href('/guidance/have-your-say')),
    ],
  };
}
