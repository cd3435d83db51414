import { amountsOf } from '../amounts-of.ts';
import type { FamilyCircumstances } from '../circumstances.ts';
import type { Entitlement } from '../entitlement.ts';
import { momentsOf } from '../moments.ts';
import { schemeName, schemeWord } from '../scheme-words.ts';
import { mayAskFrom } from './may-ask-from.ts';
import { childText, filled, type CheckTexts } from './check-texts.ts';

export type LineView = ReturnType<typeof lineView>;

/** Names a line in a form: which thing to put into a calendar. */
export const lineKey = ({ scheme, child, from }: Entitlement): string =>
  [scheme, child ?? '', from ?? ''].join('|');

/** One line of the timeline as its card shows it. */
export function lineView(texts: CheckTexts, line: Entitlement, family: FamilyCircumstances) {
  const { words, reference } = texts;
  const { t, format } = words;
  const what = filled(texts, `entitlements:what.${schemeWord[line.scheme]}`);
  const how = filled(texts, `entitlements:how.${schemeWord[line.scheme]}`);
  return {
    key: lineKey(line),
    scheme: line.scheme,
    hasDays: momentsOf([line], texts.today).length > 0,
    name: schemeName(words, reference, line.scheme),
    who: childText(
      words,
      family.children.find(({ id }) => id === line.child),
    ),
    verdict: line.verdict,
    tag: t(`entitlements:verdict.${line.verdict}`),
    hours: hoursText(texts, line),
    starts:
      line.from === null || line.from <= texts.today
        ? t('checker:result.fromNow')
        : t('checker:result.from', { day: format.day(line.from) }),
    until: line.until === null ? null : t('checker:result.until', { day: format.day(line.until) }),
    what: what?.text ?? t('checker:result.amountNotYet'),
    how: how?.text ?? null,
    apply: applyText(texts, line),
    noForm: line.needsForm ? null : t('entitlements:status.noForm'),
    why: line.why.flatMap((reason) => filled(texts, `entitlements:why.${reason}`)?.text ?? []),
    decides: line.decides.flatMap(
      (question) => filled(texts, `entitlements:decides.${question}`)?.text ?? [],
    ),
    notes: notesOf(texts, line, family, what?.isConfirmed !== false),
  };
}

/** What nobody has confirmed yet: the rule, or an amount that matters to this family. */
function notesOf(
  { words: { t }, reference, today }: CheckTexts,
  line: Entitlement,
  family: FamilyCircumstances,
  isTextConfirmed: boolean,
): readonly string[] {
  const isFigureOpen = amountsOf(line, family, today, reference).some(
    ({ figure }) => figure.confidence === 'unconfirmed',
  );
  return [
    ...(line.isConfirmed ? [] : [t('entitlements:status.notConfirmed')]),
    ...(isFigureOpen || !isTextConfirmed ? [t('checker:result.unconfirmed')] : []),
  ];
}

function hoursText({ words: { t, format } }: CheckTexts, line: Entitlement): string | null {
  if (line.hoursPerWeek === null) return null;
  const isMore = line.why.some((why) => why === 'onTopOfUniversal' || why === 'bothSchemesAtTwo');
  return t(isMore ? 'checker:result.extraHours' : 'checker:result.hours', {
    hours: format.number(line.hoursPerWeek),
  });
}

/** Between which days to ask; from today on, that one can ask now. */
function applyText({ words: { t, format }, today }: CheckTexts, line: Entitlement) {
  const { apply } = line;
  if (apply === null) return null;
  const from = apply.from === null || apply.from <= today ? null : format.day(apply.from);
  const by = apply.by === null ? null : format.day(apply.by);
  if (from !== null && by !== null) return t('checker:result.between', { from, by });
  if (by !== null) {
    const isEarly = mayAskFrom({ ...line, apply }) > today;
    return t(isEarly ? 'checker:result.askBy' : 'checker:result.askNowBy', { by });
  }
  return from === null ? null : t('checker:result.askFrom', { from });
}
