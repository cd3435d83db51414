import type { PageFrame } from './page-frame.ts';

export type NavigationItem = {
  readonly text: string;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly active?: boolean | undefined;
};

const places = [
  ['/find', 'site:navigation.find'],
  ['/guidance', 'site:navigation.guidance'],
  ['/checker', 'site:navigation.checker'],
  ['/journey', 'site:navigation.journey'],
  ['/ask', 'site:navigation.ask'],
] as const;

/** The public site's main places, the reader's own marked. */
export function publicNavigation({ words, path, href }: PageFrame): readonly NavigationItem[] {
  const [here = '/'] = path.split('?');
  return places.map(([place, key]) => ({
    text: words.t(key),
    href: href(place),
    current: here === place,
    active: here.startsWith(`${place}/`),
  }));
}

/** The links at the foot of every page. */
export function footerLinks({ words, href }: PageFrame) {
  return [
    { text: words.t('site:footer.anotherWay'), href: href('/another-way') },
    { text: words.t('site:footer.feedback'), href: href('/feedback') },
    { text: words.t('site:footer.say'), href: href('/have-your-say') },
    { text: words.t('site:footer.professionals'), href: href('/professionals') },
    { text: words.t('site:footer.privacy'), href: href('/privacy') },
    { text: words.t('site:footer.cookies'), href: href('/cookies') },
    { text: words.t('site:footer.accessibility'), href: href('/accessibility') },
    { text: words.t('site:footer.terms'), href: href('/terms') },
    { text: words.t('site:footer.sources'), href: href('/sources') },
  ];
}
