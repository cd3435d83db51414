import { addDays } from '#platform/calendar/london-time.ts';
import type { Child } from '../circumstances.ts';
import { entitlement, refused, type Entitlement } from '../entitlement.ts';
import { ifDue, receptionOf, termOfAge, type Facts } from '../family-facts.ts';
import { neededFigure } from '../figures.ts';
import { all, perhaps, yes, type Judgement } from '../judgement.ts';
import { addMonths, earlierOf, lastDayOf, laterOf } from '../months.ts';
import type { Reason } from '../reasons.ts';
import { codeDeadline, termAfter, termOfWorkStart } from '../terms.ts';
import { workStartsOn, workTest } from '../work-test.ts';
import { graceHours } from './grace-period.ts';
import { hasExtraSupport } from './two-year-olds.ts';

/**
 * Working parents' hours (SI 2022/1134): one line for each stretch of time in which they are as
 * many, since other schemes give the first 15 at two (with extra support) and at three and four.
 */
export function workingParentHours(facts: Facts, child: Child): readonly Entitlement[] {
  const own = judge(facts, child);
  const grace = graceHours(facts, child, own);
  const judgement = grace?.judgement ?? own;
  if (judgement.verdict === 'no') return [refused('working-parents', child.id, ...judgement.why)];
  const ofAge = termOfAge(facts, child, 'working-parents');
  const code = ofAge <= facts.today ? facts.family.hasCode : 'no';
  const inUse = openStretches(facts, child, ofAge, grace?.until);
  if (grace !== null || code === 'yes') return linesOf(facts, child, judgement, inUse, false);
  const anew = openStretches(facts, child, firstTerm(facts, child, ofAge));
  return anew.length === 0 && code === 'not-sure'
    ? linesOf(facts, child, all(judgement, perhaps('hasCode')), inUse, false)
    : linesOf(facts, child, judgement, anew, true);
}

function linesOf(
  facts: Facts,
  child: Child,
  judgement: Judgement,
  stretches: readonly Stretch[],
  areNew: boolean,
): readonly Entitlement[] {
  if (stretches.length === 0) return [refused('working-parents', child.id, 'tooOld')];
  return stretches.map((stretch, place) =>
    line(facts, child, judgement, stretch, areNew && place === 0),
  );
}

/** The stretches from a term on that are not over, cut off where a grace period ends. */
const openStretches = (
  facts: Facts,
  child: Child,
  start: string,
  end?: string,
): readonly Stretch[] =>
  stretchesOf(facts, child, start)
    .map((stretch) => ({ ...stretch, until: earlierOf(stretch.until, end ?? stretch.until) }))
    .filter(({ from, until }) => from <= until && until >= facts.today);

function judge({ family }: Facts, child: Child): Judgement {
  const work = workTest(family, child);
  switch (child.care) {
    case 'fostered':
      return all(work, perhaps('socialWorker', 'throughSocialWorker'));
    case 'kinship':
      return all(work, yes('kinshipCountsAsParent'));
    case 'not-sure':
      return all(work, perhaps('careStatus'));
    case 'own':
    case 'left-care':
      return work;
  }
}

/** The first term of age, after starting work, and for which a code can still be had in time. */
function firstTerm({ family, today, reference: { terms } }: Facts, child: Child, ofAge: string) {
  const starts = workStartsOn(family, child);
  const ofWork = starts === null ? [] : [termOfWorkStart(terms, starts)];
  return laterOf(ofAge, termAfter(terms, today), ...ofWork);
}

type Stretch = {
  readonly from: string;
  readonly until: string;
  readonly hoursPerWeek: number;
  readonly why: readonly Reason[];
};

function stretchesOf(facts: Facts, child: Child, start: string): readonly Stretch[] {
  const all30 = neededFigure(facts.reference, 'working-parents.hoursPerWeek', facts.today);
  const top = neededFigure(facts.reference, 'working-parents.hoursPerWeekExtra', facts.today);
  const two = termOfAge(facts, child, 'two-year-olds');
  const three = termOfAge(facts, child, 'universal');
  const hasBoth = hasExtraSupport(facts.family, child).verdict === 'yes';
  const alone = { hoursPerWeek: all30, why: [] };
  const stretch = (from: string, next: string, rest: Pick<Stretch, 'hoursPerWeek' | 'why'>) => ({
    from: laterOf(start, from),
    until: addDays(next, -1),
    ...rest,
  });
  return [
    ...(hasBoth
      ? [
          stretch(start, two, alone),
          stretch(two, three, { hoursPerWeek: top, why: ['bothSchemesAtTwo'] }),
        ]
      : [stretch(start, three, alone)]),
    stretch(three, receptionOf(facts, child), { hoursPerWeek: top, why: ['onTopOfUniversal'] }),
  ];
}

function line(
  facts: Facts,
  child: Child,
  judgement: Judgement,
  { from, until, hoursPerWeek, why }: Stretch,
  asks: boolean,
): Entitlement {
  const reasons: readonly Reason[] = [
    ...why,
    ...(asks ? (['codeBeforeTerm'] as const) : []),
    ...ifDue(child),
  ];
  return entitlement(
    'working-parents',
    child.id,
    all(judgement, yes(...reasons)),
    { from, until, today: facts.today },
    {
      hoursPerWeek,
      apply: asks
        ? { from: mayApplyFrom(facts, child), by: codeDeadline(facts.reference.terms, from) }
        : null,
      isConfirmed: workStartsOn(facts.family, child) === null,
    },
  );
}

/** Sixteen weeks before the age, for a child born on the last day of the month. */
function mayApplyFrom({ reference, today }: Facts, child: Child): string {
  const months = neededFigure(reference, 'working-parents.fromAge', today);
  const weeks = neededFigure(reference, 'working-parents.applyWeeksBefore', today);
  return addDays(lastDayOf(addMonths(child.born, months)), -7 * weeks);
}
