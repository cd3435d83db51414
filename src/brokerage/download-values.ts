import { escapeHtml } from '#platform/http/escape-html.ts';
import type { Words } from '#platform/i18n/words.ts';
import { fieldWord, valueWord } from './download-words.ts';

/** Whatever is held under a name as HTML: lists, fields by their names in words, and text as text. */
export function showHeld(words: Words, name: string, value: unknown): string {
  if (isNothing(value)) return '<p>–</p>';
  if (Array.isArray(value)) {
    return `<ol>${value.map((one) => `<li>${showHeld(words, name, one)}</li>`).join('')}</ol>`;
  }
  if (typeof value === 'object') {
    const rows = Object.entries(value).filter(([, inner]) => !isNothing(inner));
    return `<dl>${rows.map(([field, inner]) => row(words, field, inner)).join('')}</dl>`;
  }
  return `<p dir="auto">${escapeHtml(textOf(words, name, value))}</p>`;
}

function row(words: Words, name: string, value: unknown): string {
  const word = fieldWord(words, name);
  const term =
    word === null ? `<dt lang="en">${escapeHtml(name)}</dt>` : `<dt>${escapeHtml(word)}</dt>`;
  return `${term}<dd>${showHeld(words, name, value)}</dd>`;
}

const isNothing = (value: unknown): value is null | undefined =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length);

const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const isDay = /^\d{4}-\d{2}-\d{2}$/;
function textOf(words: Words, name: string, value: unknown): string {
  if (typeof value === 'boolean') return valueWord(words, name, value) ?? '';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isMoment.test(value)) return words.format.moment(new Date(value));
  if (isDay.test(value)) return words.format.day(value);
  return valueWord(words, name, value) ?? value;
}
