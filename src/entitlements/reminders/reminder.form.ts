import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import { typedValue, type FieldProblem, type Typed } from '#platform/http/form.ts';
import { reminderKey, type Contact, type ReminderDay } from './reminder.ts';

type Picked = { readonly contact: Contact; readonly days: readonly ReminderDay[] };
export type ParsedReminders =
  | { readonly ok: true; readonly value: Picked }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const email = z.email().max(254);

/** Which of the days that there are somebody picked, and where to write to. */
export function parseReminders(typed: Typed, offered: readonly ReminderDay[]): ParsedReminders {
  const picked = typed['pick'] ?? [];
  const days = offered.filter((day) => picked.includes(reminderKey(day)));
  const contact = contactOf(typed);
  const problems: readonly FieldProblem[] = [
    ...(days.length === 0 ? [{ field: 'pick', key: 'checker:remind.wrong.pick' } as const] : []),
    ...('key' in contact ? [contact] : []),
  ];
  return problems.length > 0 || 'key' in contact
    ? { ok: false, problems }
    : { ok: true, value: { contact, days } };
}

function contactOf(typed: Typed): Contact | FieldProblem {
  const way = typedValue(typed, 'way');
  const address = typedValue(typed, 'email').trim();
  const number = typedValue(typed, 'phone').trim();
  if (way === 'email') {
    return email.safeParse(address).success
      ? { way, to: address }
      : { field: 'email', key: 'checker:remind.wrong.email' };
  }
  if (way === 'text') {
    const found = number.length > 40 ? undefined : parsePhoneNumberFromString(number, 'GB');
    return found?.isPossible() === true && isMobile(found.number)
      ? { way, to: found.number }
      : { field: 'phone', key: 'checker:remind.wrong.phone' };
  }
  return { field: 'way', key: 'checker:remind.wrong.way' };
}

/** A British number that takes texts; 070 numbers are others, and dear. */
const isMobile = (number: string): boolean => /^\+447[1-9]\d{8}$/.test(number);
