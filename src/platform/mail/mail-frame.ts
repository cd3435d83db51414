import type { App } from '../context.ts';
import { addressOf } from '../http/addresses.ts';
import type { Words } from '../i18n/words.ts';
import { linkToken } from '../links/access-link.ts';
import type { Mail } from './mail.ts';

/** How every message ends: a phone number, and who sent it. */
export const mailClosing = (app: App, { t }: Words): readonly string[] => [
  t('mail:closing.phone', { phone: app.settings.council.phone }),
  t('mail:closing.sender', { council: app.settings.council.name }),
];

/** The address of a link in a message: `path` and the one-time secret of `linkId`. */
export const linkUrl = (app: App, { language }: Words, path: string, linkId: string): string =>
  `${app.settings.publicUrl}${addressOf(language.code, `${path}/${linkToken(app.keys, linkId)}`)}`;

/** A link of a message, with its words. */
export const mailLink = (
  app: App,
  words: Words,
  text: string,
  path: string,
  linkId: string,
): Mail['link'] => ({ text, url: linkUrl(app, words, path, linkId) });
