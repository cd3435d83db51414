import { z } from 'zod';
import { listOffers } from '#brokerage/offer-store.ts';
import type { Ctx } from '#platform/context.ts';
import { oneLine } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { lines, seenVersion, ticked, typedDay } from '../file/fields.ts';
import { takeForm, type FormState } from '../file/form-state.ts';
import { readCase } from '../file/read-case.ts';
import { chosenOffer } from './chosen-offer.ts';
import { confirmPlace } from './confirm-place.ts';

const form = z
  .object({
    version: seenVersion,
    family: ticked,
    place: ticked,
    ...{ day: oneLine, month: oneLine, year: oneLine },
    compromise: lines,
    note: lines,
  })
  .transform(({ family, place, day, month, year, ...typed }, context) => {
    const wrong = (path: string, message: WordKey) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (!family) wrong('family', 'asking:confirm.family.missing');
    if (!place) wrong('place', 'asking:confirm.place.missing');
    const isBlank = `${day}${month}${year}` === '';
    const startsOn = isBlank ? '' : typedDay(day, month, year);
    if (startsOn === null) wrong('day', 'asking:confirm.start.wrong');
    return family && place && startsOn !== null ? { ...typed, startsOn } : z.NEVER;
  });

export type ConfirmPage = FormState & { readonly name: string; readonly contact: string };

/** The page on which a broker confirms the chosen place with the family and the place. */
export async function confirmPage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<ConfirmPage>> {
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const subject = read.value;
  const chosen = chosenOffer(listOffers(ctx.db, subject));
  if (!chosen || subject.nextAction !== 'confirm-place') return failure('not-in-this-state');
  const state = await takeForm(ctx, request, subject.version, form, (typed) =>
    confirmPlace(ctx, { ...typed, reference }),
  );
  if (!state.ok) return state;
  const { providerName, contact } = chosen.detail;
  return success({
    ...state.value,
    name: providerName,
    contact: [contact.phone, contact.email].filter((part) => part !== '').join(', '),
  });
}
