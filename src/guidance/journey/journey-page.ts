import type { ServiceKind } from '#directory/taxonomy.ts';
import { knownReference } from '#entitlements/known-reference.ts';
import { schemeName } from '#entitlements/scheme-words.ts';
import type { Library } from '#guidance/library.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import { ageMoments, childTimeline } from './child-timeline.ts';
import { doorCards } from './door-cards.view.ts';
import { journeyForm } from './journey-form.view.ts';
import { journeyQuery } from './journey-query.ts';
import { servicesNear } from './services-near.ts';
import { cardFrom, cardUntil, stepCard, type CardMaking } from './step-card.view.ts';
import { stepOrder, type OnDay, type StepOrder } from './step-order.ts';
import { journeySteps } from './turns.ts';

type Href = (path: string, query?: Query) => string;
export type JourneyView = Awaited<ReturnType<typeof journeyPage>>;

/**
 * The whole journey: every step, or, when a month of birth or due month is in the address, what is due
 * now, next and later, with the services of what is due now near a postcode. 400 when something
 * typed was not understood; the rest is answered all the same.
 */
export async function journeyPage(ctx: Ctx, href: Href, params: URLSearchParams, library: Library) {
  const { words } = ctx;
  const typed = readTyped(params);
  const on = { today: londonDay(ctx.clock.now()), reference: knownReference() };
  const { born, near, problems: wrong } = journeyQuery(typed, on.today);
  const order = born === '' ? null : stepOrder(journeySteps, born, on);
  const nearby = await servicesNear(ctx, href, near, near === '' ? [] : kindsFor(order));
  const problems = [...wrong, ...(nearby.ok ? [] : nearby.problems)];
  const said = { dob: born, near: nearby.ok ? near : '' };
  const making = { ...on, words, href, library, said };
  return {
    status: problems.length === 0 ? 200 : 400,
    form: journeyForm(words, typed, problems),
    isPersonal: order !== null,
    heading: headingOf(words, born, on),
    ...(order === null ? wholeJourney(making) : ownJourney(order, making)),
    dates: datesOf(words, born, on),
    near,
    services: nearby.ok ? nearby.groups : [],
    doors: doorCards(words, href),
  };
}

/** What a family may want to know of whatever the child's age. */
const forAnybody: readonly (readonly ServiceKind[])[] = [
  ['family-hub', 'childrens-centre'],
  ...([['midwifery'], ['health-visiting'], ['stay-and-play'], ['jobcentre'], ['library']] as const),
];

const mostKinds = 8;

/** The kinds of what is due now, and then those for anybody. */
function kindsFor(order: StepOrder | null): readonly (readonly ServiceKind[])[] {
  const dueNow = order?.now.flatMap(({ step }) => step.services) ?? [];
  const first = new Map([...dueNow, ...forAnybody].map((kind) => [kind.join(' '), kind]));
  return [...first.values()].slice(0, mostKinds);
}

const headingOf = ({ t, format }: Words, born: string, { today }: OnDay): string | null =>
  born === ''
    ? null
    : t(born > today.slice(0, 7) ? 'journey:own.due' : 'journey:own.born', {
        month: format.month(born),
      });

const wholeJourney = (making: CardMaking) => ({
  now: [],
  next: [],
  later: [],
  all: journeySteps.filter(({ from }) => from !== null).map((step) => stepCard(step, null, making)),
  anytime: anytimeOf(making),
});

const ownJourney = ({ now, next, later }: StepOrder, making: CardMaking) => ({
  now: now.map((dated) => cardUntil(dated, making)),
  next: next.map((dated) => cardFrom(dated, making)),
  later: later.map((dated) => cardFrom(dated, making)),
  all: [],
  anytime: anytimeOf(making),
});

const anytimeOf = (making: CardMaking) =>
  journeySteps.filter(({ from }) => from === null).map((step) => stepCard(step, null, making));

/** The next days that the child's age decides, each with what it is. */
const datesOf = (words: Words, born: string, on: OnDay) =>
  ageMoments(childTimeline(born, on), on).map(({ on: day, kind, entitlement }) => ({
    day: words.format.day(day),
    text: words.t(`journey:moment.${kind}`, {
      name: schemeName(words, on.reference, entitlement.scheme),
    }),
  }));
