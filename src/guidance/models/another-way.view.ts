import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Settings } from '#platform/settings/settings.ts';
import { section, type ModelPage } from './model-page.ts';

type Href = (path: string, query?: Query) => string;
type Site = Pick<Settings, 'council' | 'mailFrom'>;

/** How to get what is here in print, in Easy Read, in BSL, by phone or face to face. */
export function anotherWayPage(
  { t }: Words,
  href: Href,
  { council, mailFrom }: Site,
  hours: string,
): ModelPage {
  const values = { phone: council.phone, email: mailFrom, hours };
  const guidance = { text: t('models:anotherWay.print.link'), href: href('/guidance') };
  const hubs = {
    text: t('models:anotherWay.person.link'),
    href: href('/find', { kind: ['family-hub', 'library'] }),
  };
  const links = { print: [guidance], person: [hubs] };
  const ways = ['print', 'easy', 'bsl', 'language', 'phone', 'person'] as const;
  return {
    title: t('models:anotherWay.title'),
    intro: t('models:anotherWay.intro', values),
    sections: ways.map((way) =>
      section(way, t(`models:anotherWay.${way}.title`), {
        texts: [t(`models:anotherWay.${way}.text`, values)],
        links: way === 'print' || way === 'person' ? links[way] : [],
      }),
    ),
  };
}
