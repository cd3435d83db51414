import { addDays } from '#platform/calendar/london-time.ts';

/** A whole day in a calendar. `id` stays the same when the entry is fetched again. */
export type CalendarEntry = {
  readonly id: string;
  readonly on: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
};

/**
 * Writes entries as an iCalendar file (RFC 5545): whole days, with a reminder a week before. `host`
 * makes the ids the site's own; `at` is when the file is made.
 */
export const calendarFile = (
  name: string,
  entries: readonly CalendarEntry[],
  host: string,
  at: Date,
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${plain(host)}//Family Information Service//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${plain(name)}`,
    ...entries.flatMap((entry) => eventLines(entry, host, stampOf(at))),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('\r\n')
    .concat('\r\n');

const eventLines = (
  { id, on, title, description, url }: CalendarEntry,
  host: string,
  stamp: string,
): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${plain(id)}@${plain(host)}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${compact(on)}`,
  `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
  `SUMMARY:${plain(title)}`,
  `DESCRIPTION:${plain(description)}`,
  `URL:${url.replace(/[\r\n]/g, '')}`,
  'TRANSP:TRANSPARENT',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${plain(title)}`,
  'TRIGGER:-P7D',
  'END:VALARM',
  'END:VEVENT',
];

const compact = (day: string): string => day.replaceAll('-', '');
const stampOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');

/** Text as a property's value: what has a meaning of its own is escaped. */
const plain = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');

/** Lines hold at most 75 octets; more goes on in the next, after a space, never inside a letter. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += letter;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
