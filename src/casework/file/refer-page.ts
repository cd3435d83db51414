import { z } from 'zod';
import { agreementWays } from '#brokerage/family.ts';
import type { OpenCase } from '#brokerage/case-store.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import { oneOf, someOf, typedValue } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { staffWith } from '../staff-rights.ts';
import { wayWords } from './case-referrals.view.ts';
import { dayFields, dayOf, filledLine, filledLines, seenVersion } from './fields.ts';
import { takeForm, type FormState } from './form-state.ts';
import { readCase } from './read-case.ts';
import { referOn } from './refer-on.ts';
import { referralKinds } from './referral-store.ts';
import { sharedParts, shareGroups, shareWords, type SharedPart } from './shared-parts.ts';

const key = (text: WordKey): WordKey => text;

/** `today` (London): consent is not given in the future. */
const formFor = (today: string) =>
  z
    .object({
      version: seenVersion,
      kind: oneOf(referralKinds, 'caseFile:refer.kindMissing'),
      to: filledLine('caseFile:refer.toMissing'),
      purpose: filledLines('caseFile:refer.purposeMissing'),
      groups: someOf(shareGroups).refine((groups) => groups.length > 0, {
        error: key('caseFile:refer.groupsMissing'),
      }),
      givenBy: filledLine('caseFile:refer.givenByMissing'),
      how: oneOf(agreementWays, 'caseFile:refer.howMissing'),
      ...dayFields,
    })
    .transform((typed, context) => {
      const { version, kind, to, purpose, groups, givenBy, how } = typed;
      const day = dayOf(typed, context, 'caseFile:refer.dayMissing');
      if (day > today)
        context.addIssue({
          code: 'custom',
          path: ['day'],
          message: key('caseFile:refer.dayAhead'),
        });
      return { version, kind, to, purpose, groups, consent: { givenBy, how, day } };
    });

export type ReferPage = {
  readonly form: FormState;
  /** What would leave; null until the form is whole. */
  readonly preview: readonly SharedPart[] | null;
  readonly doneHref: string | null;
  readonly choices: ReturnType<typeof choicesOf>;
};

/**
 * The page on which staff pass something on: the form, then exactly what would leave, then the record.
 * What was typed is kept throughout; if the family changes its answers meanwhile, it is shown anew.
 */
export async function referPage(
  ctx: Ctx,
  href: (path: string, query?: Query) => string,
  reference: string,
  request: Request,
): Promise<Result<ReferPage>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  if (read.value.status === 'closed') return failure('not-in-this-state');
  const found: { preview: readonly SharedPart[] | null; id: string } = { preview: null, id: '' };
  const today = londonDay(ctx.clock.now());
  const taken = await takeForm(ctx, request, read.value.version, formFor(today), (value, typed) => {
    const { version, ...input } = value;
    found.preview = previewOf(ctx, read.value, input.groups);
    if (typedValue(typed, 'do') !== 'record') return success(null);
    const referred = referOn(ctx, { reference, version }, input);
    if (referred.ok) found.id = referred.value;
    return referred;
  });
  if (!taken.ok) return taken;
  const doneHref = found.id === '' ? null : href(`/staff/case/${reference}/referral/${found.id}`);
  return success({ form: taken.value, preview: found.preview, doneHref, choices: choicesOf(ctx) });
}

const previewOf = (
  { catalogue, clock }: Ctx,
  { family }: OpenCase,
  groups: Parameters<typeof sharedParts>[3],
) => sharedParts(catalogue.speak('en'), family, londonDay(clock.now()), groups);

const choicesOf = ({ words: { t } }: Ctx) => ({
  kinds: referralKinds.map((value) => ({
    value,
    text: t(`caseFile:refer.kind.${value}`),
    hint: { text: t(`caseFile:refer.kindHint.${value}`) },
  })),
  groups: shareGroups.map((value) => ({ value, text: t(shareWords[value]) })),
  ways: agreementWays.map((value) => ({ value, text: t(wayWords[value]) })),
});
