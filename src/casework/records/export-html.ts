import { showHeld } from '#brokerage/download-values.ts';
import { escapeHtml } from '#platform/http/escape-html.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { ExportedItem, LeaveOutReason } from './export-case.ts';

const leftOutWords = {
  'third-party': 'records:export.leftOut.thirdParty',
  harm: 'records:export.leftOut.harm',
  'legal-advice': 'records:export.leftOut.legalAdvice',
} as const satisfies Record<LeaveOutReason, WordKey>;

/** What staff and others wrote, as the last part of the page of all that is held. */
export function exportHtml(words: Words, items: readonly ExportedItem[]): string {
  const { t } = words;
  const heading = `<h2>${escapeHtml(t('records:export.written'))}</h2>`;
  if (items.length === 0) return `${heading}<p>–</p>`;
  return `${heading}<ol>${items.map((item) => `<li>${itemHtml(words, item)}</li>`).join('\n')}</ol>`;
}

function itemHtml(words: Words, { kind, at, text, facts, leftOut }: ExportedItem): string {
  const { t, format } = words;
  const title = `<h3>${escapeHtml(t(`records:export.kind.${kind}`))}</h3>`;
  const when = at === null ? '' : `<p>${escapeHtml(format.day(at.slice(0, 10)))}</p>`;
  if (leftOut !== null) return `${title}${when}<p>${escapeHtml(t(leftOutWords[leftOut]))}</p>`;
  const said =
    text === null || text === ''
      ? ''
      : `<p dir="auto">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
  const beside = Object.keys(facts).length === 0 ? '' : showHeld(words, kind, facts);
  return title + when + said + beside;
}
