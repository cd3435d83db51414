import { addressOf } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { TextBlock } from './controls.ts';

/** What becomes of the answers to a question, in a sentence or two, and where all of it stands. */
export function privacyNote({ t, language }: Words, about: 'contact' | 'sharing'): TextBlock {
  const text = t('site:privacy.newTab', { text: t('site:privacy.link') });
  return {
    control: 'text-block',
    text: t(`site:privacy.ask.${about}`),
    link: { href: addressOf(language.code, '/privacy'), text },
  };
}
