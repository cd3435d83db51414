import { escapeHtml } from '#platform/http/escape-html.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { HeldData } from './download-request.ts';
import { showHeld } from './download-values.ts';
import type { FamilyPart } from './family-rows.ts';

const sections = ['messages', 'options', 'placesAsked', 'events', 'feedback'] as const;

/**
 * All that is held as one page that can be kept and printed and needs nothing but itself; `answers`
 * are the family's own, by their questions.
 */
export function downloadHtml(words: Words, held: HeldData, answers: readonly FamilyPart[]): string {
  const { t, language } = words;
  const title = escapeHtml(t('brokerage:download.title'));
  const heading = (name: (typeof sections)[number] | 'request' | 'answers' | 'picture') =>
    `<h2>${escapeHtml(t(`brokerage:download.section.${name}`))}</h2>`;
  return [
    `<!doctype html><html lang="${language.code}" dir="${language.dir}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title></head><body><h1>${title}</h1>`,
    `<p>${escapeHtml(t('brokerage:download.text'))}</p>`,
    heading('request') + showHeld(words, 'request', held['request']),
    heading('answers') + answers.map((part) => answersPart(words, part)).join('\n'),
    showHeld(words, 'answers', besideQuestions(held['answers'])),
    ...sections.map((name) => heading(name) + showHeld(words, name, held[name])),
    picture(held['picture'], heading('picture')),
    '</body></html>\n',
  ].join('\n');
}

function answersPart({ t }: Words, { title, rows }: FamilyPart): string {
  const lines = rows.map(({ label, text }) => {
    const said = escapeHtml(text).replaceAll('\n', '<br>');
    return `<dt>${escapeHtml(t(label))}</dt><dd><p dir="auto">${said}</p></dd>`;
  });
  return `<h3>${escapeHtml(title)}</h3><dl>${lines.join('')}</dl>`;
}

/** What came along with the answers and is none to a question. */
const unasked = ['language', 'first', 'cameFrom'];
const besideQuestions = (answers: unknown): unknown =>
  typeof answers === 'object' && answers !== null
    ? Object.fromEntries(Object.entries(answers).filter(([name]) => unasked.includes(name)))
    : null;

const picture = (base64: unknown, heading: string): string =>
  typeof base64 === 'string'
    ? `${heading}<img alt="" width="600" src="data:image/jpeg;base64,${base64}">`
    : '';
