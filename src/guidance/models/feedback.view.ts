import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Settings } from '#platform/settings/settings.ts';
import { section, type ModelPage } from './model-page.ts';

type Href = (path: string, query?: Query) => string;
type Site = Pick<Settings, 'council' | 'feedbackEmail'>;

/** Whom to tell what is good or wrong, and where to go when the answer does not satisfy. */
export function feedbackPage({ t }: Words, href: Href, site: Site): ModelPage {
  const values = { email: site.feedbackEmail, phone: site.council.phone };
  const part = (id: 'site' | 'service' | 'childcare' | 'danger', to: string) =>
    section(id, t(`models:feedback.${id}.title`), {
      texts: [t(`models:feedback.${id}.text`, values)],
      links: [{ text: t(`models:feedback.${id}.link`), href: to }],
    });
  return {
    title: t('models:feedback.title'),
    intro: t('models:feedback.intro'),
    sections: [
      part('site', `mailto:${site.feedbackEmail}`),
      section('place', t('models:feedback.place.title'), {
        texts: [t('models:feedback.place.text')],
      }),
      part('service', href('/track/find')),
      part('childcare', href('/guidance/complaints')),
      part('danger', href('/guidance/keeping-children-safe')),
      furtherPart(t),
    ],
  };
}

const furtherPart = (t: Words['t']) =>
  section('further', t('models:feedback.further.title'), {
    texts: [t('models:feedback.further.text')],
    links: [
      { text: t('models:feedback.further.ombudsman'), href: 'https://www.lgo.org.uk/' },
      {
        text: t('models:feedback.further.commissioner'),
        href: 'https://ico.org.uk/make-a-complaint/',
      },
    ],
  });
