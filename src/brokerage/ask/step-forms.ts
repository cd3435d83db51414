import parsePhone from 'libphonenumber-js/min';
import { z } from 'zod';
import { distances } from '#directory/distances.ts';
import { inclusionGroups } from '#directory/inclusion-vocabulary.ts';
import { parsePostcode } from '#directory/postcode.ts';
import { oneLine, oneOf, someOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { channels, relations, sharings } from '../family.ts';
import { allSlots } from '../week.ts';
import type { AskStep } from './steps.ts';

const key = (text: WordKey): WordKey => text;
const text = (longest: number, tooLong: WordKey) =>
  oneLine.pipe(z.string().max(longest, { error: tooLong }));
const ticked = z
  .array(z.string())
  .default([])
  .transform((values) => values.length > 0);

const about = z.object({
  relation: oneOf(relations, 'brokerage:about.relation.missing'),
  name: text(80, 'brokerage:about.name.tooLong'),
});

const email = z.email().max(254);
const contact = z
  .object({
    channel: oneOf(channels, 'brokerage:contact.channel.missing'),
    email: text(254, 'brokerage:contact.email.wrong'),
    phone: text(40, 'brokerage:contact.phone.wrong'),
    voicemail: ticked,
    interpreter: ticked,
    speaks: oneLine.pipe(
      z.string().regex(/^[a-z]{2,3}$/, { error: key('brokerage:contact.speaks.missing') }),
    ),
  })
  .check(({ value, issues }) => {
    const wrong = (path: string, message: WordKey) =>
      issues.push({ code: 'custom', path: [path], message, input: value });
    const emailFits = email.safeParse(value.email).success;
    if (value.channel === 'email' && value.email === '')
      wrong('email', 'brokerage:contact.email.missing');
    else if (value.email !== '' && !emailFits) wrong('email', 'brokerage:contact.email.wrong');
    if (value.channel === 'phone' && value.phone === '')
      wrong('phone', 'brokerage:contact.phone.missing');
    else if (value.phone !== '' && !isPhone(value.phone))
      wrong('phone', 'brokerage:contact.phone.wrong');
  });
const isPhone = (typed: string): boolean => parsePhone(typed, 'GB')?.isPossible() ?? false;

/** Digits as an Urdu or Arabic keyboard writes them are digits too. */
const plainDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** A month and a year typed in two boxes, as `YYYY-MM`; '' when both are empty, null when wrong. */
const month =
  (wrong: WordKey) =>
  (fields: { month: string; year: string }, context: z.RefinementCtx): string | null => {
    if (fields.month === '' && fields.year === '') return '';
    const text = `${plainDigits(fields.year)}-${plainDigits(fields.month).padStart(2, '0')}`;
    if (/^(199\d|20\d\d|2100)-(0[1-9]|1[0-2])$/.test(text)) return text;
    context.addIssue({ code: 'custom', path: ['month'], message: wrong });
    return null;
  };

const child = (today: string) =>
  z.object({ month: oneLine, year: oneLine }).transform((fields, context) => {
    const born = month('brokerage:child.born.wrong')(fields, context);
    if (born === null) return z.NEVER;
    const say = (message: WordKey) =>
      context.addIssue({ code: 'custom', path: ['month'], message });
    if (born === '') say('brokerage:child.born.missing');
    const [year = 0, monthOfYear = 0] = today.split('-').map(Number);
    const ahead = Number(born.slice(0, 4)) * 12 + Number(born.slice(5)) - (year * 12 + monthOfYear);
    if (born !== '' && ahead > 10) say('brokerage:child.born.tooFar');
    if (born !== '' && ahead < -20 * 12) say('brokerage:child.born.tooOld');
    return { born };
  });

const needs = z.object({
  groups: someOf(inclusionGroups),
  text: text(2000, 'brokerage:needs.text.tooLong'),
});

const times = z
  .object({ month: oneLine, year: oneLine, slots: someOf(allSlots), notSure: ticked })
  .transform((fields, context) => {
    const start = month('brokerage:times.start.wrong')(fields, context);
    if (fields.slots.length === 0 && !fields.notSure) {
      context.addIssue({
        code: 'custom',
        path: ['slots'],
        message: key('brokerage:times.slots.missing'),
      });
    }
    return { start: start ?? '', slots: fields.slots, notSure: fields.notSure };
  });

const place = z.object({
  postcode: oneLine.transform((typed, context) => {
    const postcode = parsePostcode(typed);
    if (postcode?.kind === 'full') return postcode.display;
    const message = key(
      typed === '' ? 'brokerage:place.postcode.missing' : 'brokerage:place.postcode.wrong',
    );
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }),
  miles: oneOf(distances, 'brokerage:place.miles.missing').transform(Number),
});

const tried = z.object({ text: text(2000, 'brokerage:tried.text.tooLong') });
const sharing = z.object({ share: oneOf(sharings, 'brokerage:sharing.share.missing') });

/** The form of each question; `today` (London, `YYYY-MM-DD`) bounds the month of birth. */
export const stepForms = (today: string) =>
  ({ about, contact, child: child(today), needs, times, place, tried, sharing }) satisfies Record<
    AskStep,
    z.ZodType
  >;
