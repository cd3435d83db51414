import type { Typed } from '#platform/http/form.ts';
import type { FamilyCircumstances } from '../circumstances.ts';
import type { Entitlement } from '../entitlement.ts';
import { momentsOf } from '../moments.ts';
import { exclusivePairs } from '../schemes.ts';
import { schemeName } from '../scheme-words.ts';
import { timelineOf, withoutForm } from '../timeline-of.ts';
import { answerRows } from './answers.view.ts';
import { childText, filled, type CheckTexts } from './check-texts.ts';
import { compareView } from './compare.view.ts';
import { familyFrom } from './family-from.ts';
import { mayAskFrom } from './may-ask-from.ts';
import { hiddenFields } from './known-answers.ts';
import { lineView } from './line.view.ts';
import { askedOf } from './questions.ts';
import { isUnlikelyToClaim } from './unlikely-to-claim.ts';

export type ResultView = ReturnType<typeof resultView>;

/** The whole result: what to do now, what comes when, what excludes what, what not and why. */
export function resultView(texts: CheckTexts, typed: Typed, isCompared: boolean) {
  const { t, format } = texts.words;
  const family = familyFrom(typed, texts.today);
  const timeline = timelineOf(family, texts.today, texts.reference);
  const owed = timeline.filter(({ verdict }) => verdict !== 'no');
  const view = (line: Entitlement) => lineView(texts, line, family);
  const easy = withoutForm(timeline).map(view);
  const compare = compareView(texts, family, typed, isCompared);
  const given = askedOf(typed, texts.today).slice(1);
  return {
    lead: t('checker:result.lead', { day: format.day(texts.today) }),
    hidden: hiddenFields(typed),
    isEasyFirst: isUnlikelyToClaim(family),
    easy,
    now: owed.filter((line) => isForNow(line, texts.today)).map(view),
    dates: byDate(texts, owed).map(({ title, lines }) => ({ title, lines: lines.map(view) })),
    pairs: pairsOf(texts, owed),
    compare,
    hasError: compare.problems.summary.length > 0,
    isComparable: (['tax-free-childcare', 'universal-credit'] as const).every((key) =>
      owed.some(({ scheme }) => scheme === key),
    ),
    refused: refusedOf(texts, timeline, family),
    hasDays: momentsOf(timeline, texts.today).length > 0,
    answers: answerRows(texts, typed),
    /** Only the month is known: the short way of expecting parents. */
    isShort: given.every((key) => !Object.keys(typed).some((name) => isOf(name, key))),
  };
}

const isOf = (name: string, key: string): boolean => name === key || name.startsWith(`${key}-`);

/** What is worth asking for today. */
const isForNow = ({ needsForm, apply, from }: Entitlement, today: string): boolean =>
  needsForm &&
  (apply === null
    ? from !== null && from <= today
    : mayAskFrom({ apply, from }) <= today && (apply.by === null || apply.by >= today));

/** Lines under the days they begin on; what has begun stands first, from now. */
function byDate({ words: { t, format }, today }: CheckTexts, owed: readonly Entitlement[]) {
  const dayOf = ({ from }: Entitlement) => (from === null || from <= today ? '' : from);
  const days = [...new Set(owed.map(dayOf))].sort();
  return days.map((day) => ({
    title:
      day === '' ? t('checker:result.fromNow') : t('checker:result.from', { day: format.day(day) }),
    lines: owed.filter((line) => dayOf(line) === day),
  }));
}

/** The pairs that this family may be owed both of and can have one of. */
const pairsOf = ({ words, reference }: CheckTexts, owed: readonly Entitlement[]) =>
  exclusivePairs
    .filter((pair) => pair.every((scheme) => owed.some((line) => line.scheme === scheme)))
    .map(([one, other]) =>
      words.t('checker:result.either.pair', {
        one: schemeName(words, reference, one),
        other: schemeName(words, reference, other),
      }),
    );

/** Of a baby that is due nobody asked what it needs, so nothing is refused for that. */
const notOfBabies: readonly string[] = ['disability-access-fund', 'senif'];

/** What is refused, once for each reason that it is. */
function refusedOf(
  texts: CheckTexts,
  timeline: readonly Entitlement[],
  family: FamilyCircumstances,
) {
  return timeline.flatMap((line) => {
    const child = family.children.find(({ id }) => id === line.child);
    const isGiven = timeline.some(
      ({ scheme, child: id, verdict }) =>
        verdict !== 'no' && scheme === line.scheme && id === line.child,
    );
    if (line.verdict !== 'no' || isGiven) return [];
    if (child?.isDue === true && notOfBabies.includes(line.scheme)) return [];
    return [
      {
        name: schemeName(texts.words, texts.reference, line.scheme),
        who: family.children.length > 1 ? childText(texts.words, child) : null,
        why: line.why.flatMap((reason) => filled(texts, `entitlements:why.${reason}`)?.text ?? []),
      },
    ];
  });
}
