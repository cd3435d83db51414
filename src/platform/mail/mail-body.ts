import { escapeHtml } from '../http/escape-html.ts';
import type { Mail } from './mail.ts';

/** The message as plain text; the link stands alone on its line. */
export const textBody = (mail: Mail): string =>
  [...mail.paragraphs, ...(mail.link ? [mail.link.text, mail.link.url] : []), ...mail.closing].join(
    '\n\n',
  );

/** The same message as HTML that says its language and direction. No images, no tracking. */
export function htmlBody(mail: Mail): string {
  const { code, dir } = mail.language;
  const paragraph = (html: string) => `<p style="font-size:18px;line-height:1.6">${html}</p>`;
  const link = mail.link
    ? [paragraph(`<a href="${escapeHtml(mail.link.url)}">${escapeHtml(mail.link.text)}</a>`)]
    : [];
  const body = [
    ...mail.paragraphs.map((text) => paragraph(escapeHtml(text))),
    ...link,
    ...mail.closing.map((text) => paragraph(escapeHtml(text))),
  ];
  return [
    '<!doctype html>',
    `<html lang="${code}" dir="${dir}"><head><meta charset="utf-8"><title>${escapeHtml(mail.subject)}</title></head>`,
    `<body dir="${dir}" style="font-family:sans-serif;max-width:36em">${body.join('\n')}</body></html>`,
  ].join('\n');
}
