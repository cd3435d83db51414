import type { Inspection, ReportCardStandard } from '#directory/inspection.ts';
import type { OfstedCells, OfstedField, OfstedHeader } from './ofsted-layout.ts';
import { gradeOf, isoDayOf, valueOf } from './ofsted-values.ts';
import type { SaidInspections } from './said.ts';

const none = {
  number: null,
  visitType: null,
  overallGrade: null,
  educationGrade: null,
  behaviourGrade: null,
  developmentGrade: null,
  leadershipGrade: null,
  safeguardingEffective: null,
  standards: null,
  compliance: null,
  compulsoryRegisterCompliance: null,
  voluntaryRegisterCompliance: null,
} as const;

type Results = (cell: OfstedCells) => Partial<Inspection>;
type Source = {
  readonly framework: Inspection['framework'];
  readonly number: OfstedField;
  readonly date: OfstedField;
  readonly results: Results;
};

const value = (cell: OfstedCells, field: OfstedField) => valueOf(cell(field));
const grade = (cell: OfstedCells, field: OfstedField) => gradeOf(cell(field));

const judgements: Results = (cell) => ({
  overallGrade: grade(cell, 'fullGrade'),
  educationGrade: grade(cell, 'education'),
  behaviourGrade: grade(cell, 'behaviour'),
  developmentGrade: grade(cell, 'development'),
  leadershipGrade: grade(cell, 'leadership'),
  safeguardingEffective: yesOrNo(cell('safeguarding')),
  ...(isoDayOf(cell('cardDate')) === null && registersMet(cell)),
});

/** Of the newest inspection on the Early Years Register, whichever framework it was under. */
const registersMet: Results = (cell) => ({
  compulsoryRegisterCompliance: value(cell, 'compulsoryCompliance'),
  voluntaryRegisterCompliance: value(cell, 'voluntaryCompliance'),
});

const reportCard: Results = (cell) => ({
  visitType: value(cell, 'cardVisit'),
  safeguardingEffective: yesOrNo(cell('cardSafeguarding')),
  standards: standardsOf(cell),
  ...registersMet(cell),
});

const meets =
  (field: OfstedField): Results =>
  (cell) => ({ compliance: value(cell, field) });

const sources: readonly Source[] = [
  { framework: 'report-card', number: 'cardNumber', date: 'cardDate', results: reportCard },
  { framework: 'early-years', number: 'fullNumber', date: 'fullDate', results: judgements },
  {
    ...{ framework: 'early-years', number: 'secondNumber', date: 'secondDate' },
    results: (cell) => ({ overallGrade: grade(cell, 'secondGrade') }),
  },
  {
    ...{ framework: 'early-years', number: 'thirdNumber', date: 'thirdDate' },
    results: (cell) => ({ overallGrade: grade(cell, 'thirdGrade') }),
  },
  {
    ...{ framework: 'no-children-on-roll', number: 'noChildrenNumber', date: 'noChildrenDate' },
    results: meets('noChildrenOutcome'),
  },
  {
    ...{ framework: 'out-of-school', number: 'outOfSchoolNumber', date: 'outOfSchoolDate' },
    results: (cell) => ({
      compliance: value(cell, 'outOfSchoolOutcome'),
      safeguardingEffective: yesOrNo(cell('outOfSchoolSafeguarding')),
    }),
  },
  {
    ...{ framework: 'childcare-register', number: 'registerNumber', date: 'registerDate' },
    results: meets('registerOutcome'),
  },
];

export const inspectionDates = sources.map(({ date }) => date);

/** The frameworks whose inspections a file with this header tells; none when it has no such columns. */
export const frameworksIn = ({ has }: OfstedHeader): readonly Inspection['framework'][] => [
  ...new Set(sources.filter(({ date }) => has(date)).map(({ framework }) => framework)),
];

/** The inspections in a row. Grades, standards, and met or not met stay in their own fields. */
export const inspectionsOf = (
  cell: OfstedCells,
  reportUrl: string | null,
): SaidInspections['list'] =>
  sources.flatMap(({ framework, number, date, results }) => {
    const inspectedOn = isoDayOf(cell(date));
    if (inspectedOn === null) return [];
    const one = { ...none, framework, inspectedOn, reportUrl, ...results(cell) };
    return [{ ...one, number: value(cell, number) }];
  });

const standardNames: Readonly<Record<string, ReportCardStandard>> = {
  exceptional: 'exceptional',
  'strong standard': 'strong',
  'expected standard': 'expected',
  'needs attention': 'needs-attention',
  'urgent improvement': 'urgent-improvement',
};
/** The areas of a report card, in its order, and the column of each. */
const areas = {
  inclusion: 'inclusion',
  curriculum: 'curriculum',
  achievement: 'achievement',
  behaviour: 'cardBehaviour',
  welfare: 'welfare',
  leadership: 'cardLeadership',
} as const;
export const standardFields = Object.values(areas);

/** A report card's standard in words; null for anything else. */
export const standardOf = (text: string): ReportCardStandard | null =>
  standardNames[text.toLowerCase()] ?? null;

function standardsOf(cell: OfstedCells): Inspection['standards'] {
  const standards = Object.entries(areas).flatMap(([area, field]) => {
    const standard = standardOf(cell(field));
    return standard === null ? [] : [[area, standard] as const];
  });
  return standards.length === 0 ? null : Object.fromEntries(standards);
}

const yesOrNo = (cell: string): boolean | null => {
  if (/^(?:yes|met)$/i.test(cell)) return true;
  return /^(?:no|not met)\b/i.test(cell) ? false : null;
};
