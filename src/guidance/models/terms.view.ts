import type { Words } from '#platform/i18n/words.ts';
import type { Settings } from '#platform/settings/settings.ts';
import { section, type ModelPage } from './model-page.ts';

const facts = ['registers', 'check', 'money', 'advice'] as const;
const uses = ['copy', 'link', 'harm'] as const;

/** What somebody who uses the site may count on, and may do. */
export function termsPage({ t }: Words, { council }: Pick<Settings, 'council'>): ModelPage {
  const values = { council: council.name };
  return {
    title: t('models:terms.title'),
    intro: t('models:terms.intro'),
    sections: [
      section('who', t('models:terms.who.title'), { texts: [t('models:terms.who.text', values)] }),
      section('facts', t('models:terms.facts.title'), {
        points: facts.map((fact) => t(`models:terms.facts.${fact}`)),
      }),
      section('use', t('models:terms.use.title'), {
        points: uses.map((use) => t(`models:terms.use.${use}`, values)),
      }),
      section('links', t('models:terms.links.title'), { texts: [t('models:terms.links.text')] }),
      section('law', t('models:terms.law.title'), { texts: [t('models:terms.law.text')] }),
    ],
  };
}
