import type { Words } from '#platform/i18n/words.ts';
import { reportCardStandards, type Inspection } from './inspection.ts';
import type { Provider } from './provider.ts';

const gradeNumbers = [1, 2, 3, 4] as const;

/** An old grade in Ofsted's word; null for a number that is none. */
export function gradeText({ t }: Words, grade: number | null): string | null {
  const known = gradeNumbers.find((number) => number === grade);
  return known === undefined ? null : t(`directory:provider.inspection.grade.${known}`);
}

/** Met or not met, whichever way the file writes it; anything else as it was published. */
export function complianceText({ t }: Words, published: string | null): string | null {
  if (published === null) return null;
  const text = published.toLowerCase();
  const say = (key: 'met' | 'notMet' | 'notMetActions' | 'notMetEnforcement') =>
    t(`directory:provider.inspection.compliance.${key}`);
  if (/^met\b/.test(text)) return say('met');
  if (!/^not met\b/.test(text)) return published;
  if (text.includes('enforcement')) return say('notMetEnforcement');
  return say(text.includes('action') ? 'notMetActions' : 'notMet');
}

/** Its result in the words of its own framework and no other; null when it gives none. */
export function inspectionResult(words: Words, inspection: Inspection): string | null {
  const warning = safeguardingWarning(words, inspection);
  const parts = [...resultParts(words, inspection), ...(warning === null ? [] : [warning])];
  return parts.length === 0 ? null : words.format.list(parts);
}

function resultParts(words: Words, inspection: Inspection): readonly string[] {
  if (inspection.framework === 'report-card') return standardsText(words, inspection);
  const said =
    inspection.framework === 'early-years'
      ? gradeText(words, inspection.overallGrade)
      : complianceText(words, inspection.compliance);
  return said === null ? [] : [said];
}

/** A report card has no overall result: each standard with the number of areas that reach it. */
function standardsText({ t }: Words, { standards }: Inspection): readonly string[] {
  const reached = Object.values(standards ?? {});
  return reportCardStandards.flatMap((standard) => {
    const count = reached.filter((one) => one === standard).length;
    const name = t(`directory:provider.inspection.standard.${standard}`);
    return count === 0 ? [] : [t('directory:provider.inspection.areas', { standard: name, count })];
  });
}

function safeguardingWarning({ t }: Words, inspection: Inspection): string | null {
  if (inspection.safeguardingEffective !== false) return null;
  return t(
    inspection.framework === 'report-card'
      ? 'directory:provider.inspection.safeguardingNotMet'
      : 'directory:provider.inspection.safeguardingNotEffective',
  );
}

/** The newest inspection in one line: its own words, its framework, its day. Null without one. */
export function inspectionLine(
  words: Words,
  { inspections }: Pick<Provider, 'inspections'>,
): string | null {
  const [inspection] = inspections;
  if (inspection === undefined) return null;
  const day = words.format.day(inspection.inspectedOn);
  const result = inspectionResult(words, inspection);
  return result === null
    ? words.t('directory:provider.inspection.line.unjudged', { day })
    : words.t(`directory:provider.inspection.line.${inspection.framework}`, { day, result });
}
