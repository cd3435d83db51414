import { plainChild, unknownFamily } from '#entitlements/circumstances.ts';
import type { Entitlement } from '#entitlements/entitlement.ts';
import { momentsOf, type Moment } from '#entitlements/moments.ts';
import { timelineOf } from '#entitlements/timeline-of.ts';
import type { OnDay } from './step-order.ts';

/** The timeline of a family of whom nothing but a child's month (`YYYY-MM`) is known; none without. */
export function childTimeline(born: string, { today, reference }: OnDay): readonly Entitlement[] {
  if (born === '') return [];
  const unsaid = { dla: 'not-sure', ehcPlan: 'not-sure', extraNeeds: 'not-sure' } as const;
  const child = { ...plainChild('a', born, born > today.slice(0, 7)), ...unsaid };
  return timelineOf({ ...unknownFamily, children: [child] }, today, reference);
}

/** The schemes whose days come from a child's age. */
const byAge = ['universal', 'two-year-olds', 'working-parents'] as const;
const mostMoments = 6;

/** The next days that a child's age alone decides, first things first: at most six. */
export const ageMoments = (timeline: readonly Entitlement[], { today }: OnDay): readonly Moment[] =>
  momentsOf(
    timeline.filter(({ scheme }) => byAge.some((key) => key === scheme)),
    today,
  )
    .filter(({ kind }) => kind !== 'ends')
    .slice(0, mostMoments);
