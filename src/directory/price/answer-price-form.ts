import { knownReference } from '#entitlements/known-reference.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import {
  parseTyped,
  readTyped,
  showProblems,
  type ShownProblems,
  type Typed,
} from '#platform/http/form.ts';
import { pricingFor, type Pricing } from './price-for.ts';
import { priceForm, type PriceWanted } from './price.form.ts';
import { pricedForView } from './priced-for.view.ts';

/** What somebody wants the price of, and how it is worked out. */
export type PriceAnswer = {
  readonly wanted: PriceWanted;
  readonly pricing: Pricing;
  readonly pricedFor: ReturnType<typeof pricedForView>;
};
export type AnsweredForm = {
  readonly typed: Typed;
  /** Null until the form is whole. */
  readonly answer: PriceAnswer | null;
  readonly problems: ShownProblems;
  readonly status: 200 | 422;
};

/** Reads the form of a price; `data` is null until it is sent. Nothing of it is kept. */
export function answerPriceForm({ words, clock }: Ctx, data: FormData | null): AnsweredForm {
  const form = { typed: {}, answer: null, problems: showProblems(words, []), status: 200 } as const;
  if (data === null) return form;
  const today = londonDay(clock.now());
  const typed = readTyped(data);
  const parsed = parseTyped(priceForm(today), typed);
  if (!parsed.ok) {
    return { ...form, typed, problems: showProblems(words, parsed.problems), status: 422 };
  }
  const wanted = parsed.value;
  const pricing = pricingFor(wanted, today, knownReference());
  const pricedFor = pricedForView(words, wanted, pricing);
  return { ...form, typed, answer: { wanted, pricing, pricedFor } };
}
