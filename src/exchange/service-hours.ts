import type { OpeningTime, Term } from '#directory/provider.ts';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const groups: Readonly<Record<string, readonly number[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  'every day': [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
};
const terms: Readonly<Record<string, Term>> = {
  'term time': 'term-time',
  holidays: 'holidays',
  'all year': 'all-year',
};

export const hoursExample =
  'write it like "Mon-Fri 09:00-17:00 term time; Sat 10am-12:30pm (Baby group)"';

const time = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|noon|midday)?`;
const span = new RegExp(`${time}\\s*(?:-|–|to)\\s*${time}`, 'i');

/**
 * Days and hours as people write them: parts divided by semicolons, each with its days, its times,
 * when in the year, and the name of the session in brackets. Null when a part cannot be read.
 * @example parseHours('Tue 9.30-11am term time (Stay and play)')
 * // => [{ day: 2, opens: '09:30', closes: '11:00', term: 'term-time', session: 'Stay and play', isFunded: false }]
 */
export function parseHours(text: string): readonly OpeningTime[] | null {
  const parts = text.split(/[;\n]/).map((part) => part.trim());
  const read = parts.filter(Boolean).map(parsePart);
  return read.every((part) => part !== null) ? read.flat() : null;
}

function parsePart(part: string): readonly OpeningTime[] | null {
  const [, body = '', session = null] = /^([^(]*)(?:\((.+)\))?$/.exec(part) ?? [];
  const times = [...body.matchAll(new RegExp(span, 'gi'))];
  const [first] = times;
  if (first === undefined) return null;
  const named = daysIn(body.slice(0, first.index));
  const last = times.at(-1) ?? first;
  const end = restOf(body.slice(last.index + last[0].length));
  const spans = times.map(spanOf);
  const between = body.slice(first.index, last.index).replaceAll(new RegExp(span, 'gi'), '');
  if (!/^(?:\s|,|&|and)*$/i.test(between)) return null;
  if (named === null || end === null || !spans.every((one) => one !== null)) return null;
  return named.flatMap((day) => spans.map((one) => ({ day, ...one, ...end, session })));
}

/** What follows the times: when in the year, and whether funded hours may be used. */
function restOf(text: string): Pick<OpeningTime, 'term' | 'isFunded'> | null {
  const said = text
    .toLowerCase()
    .split(',')
    .map((word) => word.replaceAll('-', ' ').replace(/\b(in|only|school|the)\b/g, ' '))
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const isFunded = said.includes('funded');
  const [term = '', ...more] = said.filter((word) => word !== 'funded');
  if (more.length > 0) return null;
  const known = terms[term.replace('termtime', 'term time')];
  return known === undefined && term !== '' ? null : { term: known ?? 'not-said', isFunded };
}

/** ISO weekdays; null when something stands there that is no day. */
function daysIn(text: string): readonly number[] | null {
  const said = text.toLowerCase().trim().replace(/[:,]$/, '');
  const group = groups[said];
  if (group !== undefined) return group;
  const ranges = said.split(/\s*(?:,|&|\band\b)\s*/).map(rangeOf);
  const read = ranges.every((range) => range !== null) ? ranges.flat() : [];
  return read.length === 0 ? null : [...new Set(read)].toSorted();
}

function rangeOf(text: string): readonly number[] | null {
  const [from, to, ...more] = text.split(/\s*(?:-|–|\bto\b)\s*/).map(dayOf);
  if (from === undefined || from === 0 || to === 0 || more.length > 0) return null;
  if (to === undefined) return [from];
  return from < to ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : null;
}

/** 1 Monday to 7 Sunday; 0 for what is no day. */
const dayOf = (text: string): number => {
  const name = text.trim().replace(/s$/, '');
  return name.length < 3 ? 0 : days.findIndex((day) => day.startsWith(name)) + 1;
};

/** `HH:MM` both; null when it ends before it begins, or neither says morning nor afternoon. */
function spanOf(match: RegExpMatchArray): { opens: string; closes: string } | null {
  const [, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = match;
  const isPlain = [fromMinute, fromHalf, toMinute, toHalf].every((said) => said === undefined);
  const closes = minutesOf(toHour, toMinute, toHalf ?? later(fromHalf, fromHour, toHour));
  const opens = openingOf([fromHour, fromMinute, fromHalf], toHalf, closes);
  if (isPlain || opens === null || closes === null || opens >= closes) return null;
  return { opens: clock(opens), closes: clock(closes) };
}

/** "10-2pm" begins in the morning, "2-4.30pm" in the afternoon. */
function openingOf(
  [hour, minute, half]: readonly (string | undefined)[],
  toHalf: string | undefined,
  closes: number | null,
): number | null {
  if (half !== undefined || toHalf === undefined) return minutesOf(hour, minute, half);
  const same = minutesOf(hour, minute, toHalf.toLowerCase() === 'am' ? 'am' : 'pm');
  return same !== null && closes !== null && same < closes ? same : minutesOf(hour, minute, 'am');
}

/** "9am-5" ends in the afternoon. */
const later = (half: string | undefined, from = '', to = ''): string | undefined =>
  half?.toLowerCase() === 'am' && Number(to) <= Number(from) ? 'pm' : half && 'pm';

function minutesOf(hour = '', minute = '0', half?: string): number | null {
  const hours = hoursOf(Number(hour), half?.toLowerCase());
  return hours === null || Number(minute) > 59 ? null : hours * 60 + Number(minute);
}

function hoursOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour;
  if (half === 'noon' || half === 'midday') return hour === 12 ? 12 : null;
  return hour > 12 ? null : (hour % 12) + (half === 'pm' ? 12 : 0);
}

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
