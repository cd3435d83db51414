import { z } from 'zod';
import type { WeekOfCare } from '#entitlements/price/place-offer.ts';
import { saidHelps, saidHours, type Said } from '#entitlements/price/said-help.ts';
import { oneLine, oneOf, someOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const spreads = ['term-time', 'all-year'] as const;
/** What else changes the sum. */
export const alsoTrue = ['dla', 'sibling'] as const;

/** What a sum is made for; nothing of it is kept. */
export type PriceWanted = {
  readonly week: WeekOfCare;
  readonly said: Said;
  /** The month in which care starts, `YYYY-MM`; '' for now. */
  readonly start: string;
  readonly childrenInCare: number;
  readonly share: WeekShared | null;
};
/** Two places that share the week: the second has these days, the first the others. */
export type WeekShared = {
  readonly first: string;
  readonly second: string;
  readonly days: readonly number[];
};

/** Digits as an Urdu or Arabic keyboard writes them are digits too. */
const plainDigits = (typed: string): string =>
  typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));

const clockTime = oneLine.transform((typed) => {
  const shape = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(plainDigits(typed));
  if (!shape) return typed === '' ? '' : null;
  const [, hours = '', minutes = '00', half = ''] = shape;
  const afternoon = half.toLowerCase() === 'pm' && Number(hours) < 12 ? 12 : 0;
  const hour = Number(hours) + afternoon;
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
});

/** `YYYY-MM` from two boxes; '' when both are empty, null when they are no month. */
function monthOf(month: string, year: string): string | null {
  if (month === '' && year === '') return '';
  const typed = `${plainDigits(year)}-${plainDigits(month).padStart(2, '0')}`;
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(typed) ? typed : null;
}

const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** What is wrong with a month of birth: not said, no month, or of nobody who could need care. */
function birthProblem(born: string | null, today: string): WordKey | null {
  if (born === '') return 'price:problem.bornMissing';
  if (born === null) return 'price:problem.month';
  const ahead = monthNumber(born) - monthNumber(today);
  return ahead > 10 || ahead < -18 * 12 ? 'price:problem.bornFar' : null;
}

function startProblem(start: string | null, today: string): WordKey | null {
  if (start === null) return 'price:problem.month';
  return start !== '' && monthNumber(start) > monthNumber(today) + 60
    ? 'price:problem.startFar'
    : null;
}

const fields = z.object({
  day: someOf(weekdays),
  from: clockTime,
  to: clockTime,
  spread: oneOf(spreads, 'price:problem.spread'),
  month: oneLine,
  year: oneLine,
  startMonth: oneLine,
  startYear: oneLine,
  hours: someOf(saidHours),
  help: oneOf(saidHelps, 'price:problem.help'),
  also: someOf(alsoTrue),
  first: oneLine,
  second: oneLine,
  secondDay: someOf(weekdays),
});
type Fields = z.infer<typeof fields>;

/** The form of a price. `today` is London's day; its problems are `price:problem.…`. */
export const priceForm = (today: string): z.ZodType<PriceWanted> =>
  fields
    .check(({ value, issues }) => {
      for (const { field, key } of problemsOf(value, today))
        issues.push({ code: 'custom', path: [field], message: key, input: value });
    })
    .transform(wantedOf);

type Wrong = { readonly field: string; readonly key: WordKey };

const problemsOf = (value: Fields, today: string): readonly Wrong[] => [
  ...weekProblems(value),
  ...wrong('month', birthProblem(monthOf(value.month, value.year), today)),
  ...wrong('startMonth', startProblem(monthOf(value.startMonth, value.startYear), today)),
  ...shareProblems(value),
];

const wrong = (field: string, key: WordKey | null): readonly Wrong[] =>
  key === null ? [] : [{ field, key }];

function weekProblems({ day, from, to }: Fields): readonly Wrong[] {
  const times = [
    ...wrong('from', timeProblem(from, 'price:problem.fromMissing')),
    ...wrong('to', timeProblem(to, 'price:problem.toMissing')),
  ];
  const isBackwards = times.length === 0 && (from ?? '') >= (to ?? '');
  return [
    ...wrong('day', day.length === 0 ? 'price:problem.day' : null),
    ...times,
    ...wrong('from', isBackwards ? 'price:problem.order' : null),
  ];
}

const timeProblem = (time: string | null, missing: WordKey): WordKey | null =>
  time === null ? 'price:problem.time' : time === '' ? missing : null;

function shareProblems({ first, second, day, secondDay }: Fields): readonly Wrong[] {
  if (first === '' && second === '' && secondDay.length === 0) return [];
  if (first === '' || second === '' || first === second)
    return wrong('first', 'price:problem.share');
  const shared = secondDay.filter((one) => day.includes(one));
  const isSplit = shared.length > 0 && shared.length < day.length;
  return wrong('secondDay', isSplit ? null : 'price:problem.shareDays');
}

function wantedOf(value: Fields): PriceWanted {
  const { day, from, to, spread, hours, help, also, first, second, secondDay } = value;
  const days = day.map((one) => ({ day: Number(one), from: from ?? '', to: to ?? '' }));
  return {
    week: { days, spread },
    said: {
      born: monthOf(value.month, value.year) ?? '',
      hours,
      help,
      dla: also.includes('dla'),
    },
    start: monthOf(value.startMonth, value.startYear) ?? '',
    childrenInCare: also.includes('sibling') ? 2 : 1,
    share:
      first === ''
        ? null
        : { first, second, days: secondDay.filter((one) => day.includes(one)).map(Number) },
  };
}
