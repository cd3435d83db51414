import type { Inspection } from '#directory/provider.ts';
import { isoDayOf, valueOf, type OfstedCells, type OfstedField } from './ofsted-layout.ts';

type Numbered = { readonly number: OfstedField; readonly date: OfstedField };

const none = {
  overallGrade: null,
  educationGrade: null,
  behaviourGrade: null,
  developmentGrade: null,
  leadershipGrade: null,
  safeguardingEffective: null,
  compliance: null,
  compulsoryRegisterCompliance: null,
  voluntaryRegisterCompliance: null,
} as const;

/** The inspections in a row of the file. Grades and met / not met stay in their own fields. */
export function inspectionsOf(cell: OfstedCells, reportUrl: string | null): readonly Inspection[] {
  const grade = (field: OfstedField) => gradeOf(cell(field));
  const value = (field: OfstedField) => valueOf(cell(field));
  const on = (
    framework: Inspection['framework'],
    { number, date }: Numbered,
    results: Partial<Inspection>,
  ): readonly Inspection[] => {
    const inspectedOn = isoDayOf(cell(date));
    if (inspectedOn === null) return [];
    return [{ ...none, framework, number: value(number), inspectedOn, reportUrl, ...results }];
  };
  return [
    ...on(
      'early-years',
      { number: 'fullNumber', date: 'fullDate' },
      {
        overallGrade: grade('fullGrade'),
        educationGrade: grade('education'),
        behaviourGrade: grade('behaviour'),
        developmentGrade: grade('development'),
        leadershipGrade: grade('leadership'),
        safeguardingEffective: yesOrNo(cell('safeguarding')),
        compulsoryRegisterCompliance: value('compulsoryCompliance'),
        voluntaryRegisterCompliance: value('voluntaryCompliance'),
      },
    ),
    ...on(
      'early-years',
      { number: 'secondNumber', date: 'secondDate' },
      { overallGrade: grade('secondGrade') },
    ),
    ...on(
      'early-years',
      { number: 'thirdNumber', date: 'thirdDate' },
      { overallGrade: grade('thirdGrade') },
    ),
    ...on(
      'no-children-on-roll',
      { number: 'noChildrenNumber', date: 'noChildrenDate' },
      { compliance: value('noChildrenOutcome') },
    ),
    ...on(
      'childcare-register',
      { number: 'registerNumber', date: 'registerDate' },
      { compliance: value('registerOutcome') },
    ),
  ];
}

const gradeOf = (cell: string): number | null => (/^[1-4]$/.test(cell) ? Number(cell) : null);

const yesOrNo = (cell: string): boolean | null => {
  const answer = cell.toLowerCase();
  return answer === 'yes' ? true : answer === 'no' ? false : null;
};
