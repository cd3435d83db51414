import { escapeHtml } from '#platform/http/escape-html.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { HeldData } from './download-request.ts';

const sections = [
  'request',
  'answers',
  'messages',
  'options',
  'placesAsked',
  'events',
  'feedback',
] as const;

/** All that is held as one page that can be kept and printed and needs nothing but itself. */
export function downloadHtml({ t, language, format }: Words, held: HeldData): string {
  const show = (value: unknown) => showValue(value, (at) => format.moment(at));
  const title = escapeHtml(t('brokerage:download.title'));
  const parts = sections.map(
    (name) => `<h2>${escapeHtml(t(`brokerage:download.section.${name}`))}</h2>${show(held[name])}`,
  );
  return [
    `<!doctype html><html lang="${language.code}" dir="${language.dir}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title></head><body><h1>${title}</h1>`,
    `<p>${escapeHtml(t('brokerage:download.text'))}</p>`,
    ...parts,
    picture(held['picture'], t('brokerage:download.section.picture')),
    '</body></html>\n',
  ].join('\n');
}

const picture = (base64: unknown, title: string): string =>
  typeof base64 === 'string'
    ? `<h2>${escapeHtml(title)}</h2><img alt="" width="600" src="data:image/jpeg;base64,${base64}">`
    : '';

type ShowMoment = (at: Date) => string;

function showValue(value: unknown, moment: ShowMoment): string {
  if (isNothing(value)) return '<p>–</p>';
  if (Array.isArray(value)) {
    return `<ol>${value.map((one) => `<li>${showValue(one, moment)}</li>`).join('')}</ol>`;
  }
  if (typeof value === 'object') {
    const rows = Object.entries(value).filter(([, inner]) => !isNothing(inner));
    return `<dl>${rows.map(([name, inner]) => row(name, showValue(inner, moment))).join('')}</dl>`;
  }
  return `<p dir="auto">${escapeHtml(textOf(value, moment))}</p>`;
}

const row = (name: string, html: string): string =>
  `<dt lang="en">${escapeHtml(inWords(name))}</dt><dd>${html}</dd>`;

const isNothing = (value: unknown): value is null | undefined =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length);

const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
function textOf(value: unknown, moment: ShowMoment): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return isMoment.test(value) ? moment(new Date(value)) : value;
}

/** `otherPostcode` → other postcode */
const inWords = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
