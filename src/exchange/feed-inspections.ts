import type { Inspection } from '#directory/inspection.ts';
import { itemsOf, textAt, valueAt } from './feed-element.ts';
import { gradeOf, isoDayOf } from './ofsted-values.ts';
import type { Element } from './read-xml.ts';
import type { SaidInspections } from './said.ts';

const none = {
  ...{ number: null, visitType: null, educationGrade: null, behaviourGrade: null },
  ...{ developmentGrade: null, leadershipGrade: null, safeguardingEffective: null },
  ...{ standards: null, compulsoryRegisterCompliance: null, voluntaryRegisterCompliance: null },
};

/**
 * The inspections the feed lists: a day, a type and one judgement in words. A judgement that is no
 * grade of today's scale stands in its own words.
 */
export function feedInspections(element: Element, reportUrl: string): SaidInspections | undefined {
  const items = itemsOf(element, 'InspectionList', 'Inspection');
  const list = items?.flatMap((item): readonly Inspection[] => {
    const inspectedOn = isoDayOf(textAt(item, 'InspectionDate'));
    const framework = frameworkOf(textAt(item, 'InspectionType'));
    if (inspectedOn === null || framework === null) return [];
    const judgement = valueAt(item, 'InspectionOverallJudgement');
    const overallGrade = gradeOf(judgement ?? '');
    const compliance = overallGrade === null ? judgement : null;
    return [{ ...none, framework, inspectedOn, overallGrade, compliance, reportUrl }];
  });
  return list && { frameworks: [...new Set(list.map(({ framework }) => framework))], list };
}

/** Null for a visit that is no inspection of a framework we show. */
function frameworkOf(type: string): Inspection['framework'] | null {
  if (/early years/i.test(type)) return 'early-years';
  return /childcare register/i.test(type) ? 'childcare-register' : null;
}
