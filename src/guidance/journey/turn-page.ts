import { knownReference } from '#entitlements/known-reference.ts';
import { titleOf } from '#guidance/article.view.ts';
import type { Library } from '#guidance/library.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, type Typed } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { childTimeline } from './child-timeline.ts';
import { journeyForm } from './journey-form.view.ts';
import { journeyQuery } from './journey-query.ts';
import { schemeCards } from './scheme-cards.view.ts';
import { servicesNear, welcomingNear } from './services-near.ts';
import { datesOf, type OnDay } from './step-order.ts';
import { doors, journeySteps, type JourneyStep, type StepKey, type Turn } from './turns.ts';

type Href = (path: string, query?: Query) => string;
export type TurnView = Awaited<ReturnType<typeof turnView>> & {
  readonly title: string;
  readonly text: string;
  readonly points: readonly string[];
  /** Its months for this child; null when no month was said, or it may come at any time. */
  readonly when: string | null;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
};

/** The page of one step, for what the address says of the family. Problem: `not-found`. */
export async function stepPage(
  ctx: Ctx,
  href: Href,
  { name, params, library }: TurnAsked,
): Promise<Result<TurnView, 'not-found'>> {
  const at = journeySteps.findIndex(({ key }) => key === name);
  const step = journeySteps[at];
  if (!step) return failure('not-found');
  const asked = askedOf(ctx, params);
  const view = await turnView(ctx, href, step, {
    ...asked,
    library,
    action: `/journey/${step.key}`,
  });
  return success({
    ...view,
    ...wordsOf(ctx.words, `step.${step.key}`),
    when: whenText(ctx.words, step, asked),
    previous: neighbour(ctx.words, href, at - 1, view.said),
    next: neighbour(ctx.words, href, at + 1, view.said),
  });
}

/** The page behind a door. Problem: `not-found`. */
export async function doorPage(
  ctx: Ctx,
  href: Href,
  { name, params, library }: TurnAsked,
): Promise<Result<TurnView, 'not-found'>> {
  const door = doors.find(({ key }) => key === name);
  if (!door) return failure('not-found');
  const asked = { ...askedOf(ctx, params), library, action: `/journey/for/${door.key}` };
  const view = await turnView(ctx, href, door, asked);
  const alone = { when: null, previous: null, next: null };
  return success({ ...view, ...wordsOf(ctx.words, `door.${door.key}`), ...alone });
}

type TurnAsked = {
  /** As the address has it. */
  readonly name: string | undefined;
  readonly params: URLSearchParams;
  readonly library: Library;
};
type Asked = OnDay & ReturnType<typeof journeyQuery> & { readonly typed: Typed };

function askedOf(ctx: Ctx, params: URLSearchParams): Asked {
  const on = { today: londonDay(ctx.clock.now()), reference: knownReference() };
  const typed = readTyped(params);
  return { ...on, ...journeyQuery(typed, on.today), typed };
}

type Around = { readonly library: Library; readonly action: string };

async function turnView(ctx: Ctx, href: Href, turn: Turn, asked: Asked & Around) {
  const { words } = ctx;
  const { born, near, library, typed } = asked;
  const nearby = await servicesNear(ctx, href, near, turn.services);
  const from = nearby.ok ? near : '';
  const welcoming = await welcomingNear(ctx, href, from, turn.audiences);
  const problems = [...asked.problems, ...(nearby.ok ? [] : nearby.problems)];
  const link = { ...asked, words, href };
  return {
    status: problems.length === 0 ? 200 : 400,
    action: href(asked.action),
    form: journeyForm(words, typed, problems),
    said: { dob: born, near: from },
    isPersonal: born !== '' || near !== '',
    mayHaveToLeave: turn.mayHaveToLeave,
    guides: turn.guides.flatMap((slug) => guideCard(link, library, slug)),
    schemes: schemeCards(words, turn.schemes, childTimeline(born, asked), asked),
    services: nearby.ok ? nearby.groups : [],
    welcoming: welcoming.ok ? welcoming.groups : [],
  };
}

type Link = { readonly words: Words; readonly href: Href };

function guideCard({ words, href }: Link, library: Library, slug: string) {
  const article = library.get(slug);
  return article ? [{ ...titleOf(article, words), href: href(`/guidance/${slug}`) }] : [];
}

type Neighbour = { readonly text: string; readonly href: string };

function neighbour(words: Words, href: Href, at: number, said: Query): Neighbour | null {
  const step = journeySteps[at];
  return step
    ? { text: words.t(`journey:step.${step.key}.title`), href: href(`/journey/${step.key}`, said) }
    : null;
}

type Named = `step.${StepKey}` | `door.${(typeof doors)[number]['key']}`;

const wordsOf = ({ t }: Words, name: Named) => ({
  title: t(`journey:${name}.title`),
  text: t(`journey:${name}.text`),
  points: (['one', 'two', 'three'] as const).map((point) => t(`journey:${name}.${point}`)),
});

/** The months of a step for this child; null when no month was said. */
function whenText({ t, format }: Words, step: JourneyStep, asked: Asked): string | null {
  const [dated] = asked.born === '' ? [] : datesOf(step, asked.born, asked);
  if (!dated) return null;
  return t('journey:when.fromBefore', {
    from: format.month(dated.from),
    before: format.month(dated.before),
  });
}
