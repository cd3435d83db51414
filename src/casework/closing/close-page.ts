import { outcomes } from '#brokerage/case-status.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { success, type Result } from '#platform/result.ts';
import { outcomeWords } from '../case-words.ts';
import { takeForm, type FormState } from '../file/form-state.ts';
import { readCase } from '../file/read-case.ts';
import { closeForm } from './close.form.ts';
import { closingFacts, triesBeforeLost } from './closing-facts.ts';
import type { SufficiencyFact } from './missing-facts.ts';
import { recordOutcome } from './record-outcome.ts';

type Href = (path: string, query?: Query) => string;

export type ClosePage = FormState & {
  readonly outcomes: readonly { readonly value: string; readonly text: string }[];
  /** What the sufficiency report would lack, with where to mend it. */
  readonly missing: readonly { readonly text: string; readonly href: string }[];
  readonly unanswered: string | null;
  readonly tries: string;
  readonly isLostEarly: boolean;
};

/** Closes a case with an outcome; what was typed stays when somebody changed the case meanwhile. */
export async function closePage(
  ctx: Ctx,
  reference: string,
  request: Request,
  href: Href = (path) => path,
): Promise<Result<ClosePage>> {
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const facts = closingFacts(ctx.db, read.value);
  const { version } = read.value;
  const form = closeForm(facts, version);
  const state = await takeForm(ctx, request, version, form, (value) =>
    recordOutcome(ctx, { ...value, reference }),
  );
  if (!state.ok) return state;
  const { t } = ctx.words;
  const place = href(`/staff/case/${reference}`);
  const { missing, unanswered, tries } = facts;
  return success({
    ...state.value,
    outcomes: outcomes.map((value) => ({ value, text: t(outcomeWords[value]) })),
    missing: missing.map((fact) => ({
      text: t(factWords[fact]),
      href: `${place}${anchors[fact]}`,
    })),
    unanswered: unanswered === 0 ? null : t('asking:close.unanswered', { count: unanswered }),
    tries: t('asking:close.tries', { count: tries }),
    isLostEarly: tries < triesBeforeLost,
  });
}

const factWords = {
  age: 'asking:close.missing.age',
  ward: 'asking:close.missing.ward',
  hours: 'asking:close.missing.hours',
  asked: 'asking:close.missing.asked',
  answers: 'asking:close.missing.answers',
} as const satisfies Record<SufficiencyFact, string>;

const anchors: Readonly<Record<SufficiencyFact, string>> = {
  age: '#family',
  ward: '#family',
  hours: '#family',
  asked: '#places',
  answers: '#asked',
};
