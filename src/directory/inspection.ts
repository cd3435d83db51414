export const inspectionFrameworks = [
  'report-card',
  'early-years',
  'no-children-on-roll',
  'out-of-school',
  'childcare-register',
] as const;

/** The areas of a report card (Ofsted, from 10 November 2025), in its order. */
export const reportCardAreas = [
  'inclusion',
  'curriculum',
  'achievement',
  'behaviour',
  'welfare',
  'leadership',
] as const;
export type ReportCardArea = (typeof reportCardAreas)[number];

/** The five standards of a report card, the highest first. */
export const reportCardStandards = [
  'exceptional',
  'strong',
  'expected',
  'needs-attention',
  'urgent-improvement',
] as const;
export type ReportCardStandard = (typeof reportCardStandards)[number];

/**
 * One inspection, on its own framework's scale: grades run from 1 (outstanding) to 4 (inadequate),
 * a report card has a standard for each area and none overall, a register check is met or not.
 */
export type Inspection = {
  readonly framework: (typeof inspectionFrameworks)[number];
  readonly number: string | null;
  readonly visitType: string | null;
  readonly inspectedOn: string;
  readonly overallGrade: number | null;
  readonly educationGrade: number | null;
  readonly behaviourGrade: number | null;
  readonly developmentGrade: number | null;
  readonly leadershipGrade: number | null;
  /** Safeguarding effective, or its standards met. */
  readonly safeguardingEffective: boolean | null;
  readonly standards: Readonly<Partial<Record<ReportCardArea, ReportCardStandard>>> | null;
  /** As published: `Met`, `Not Met (with actions)`… */
  readonly compliance: string | null;
  readonly compulsoryRegisterCompliance: string | null;
  readonly voluntaryRegisterCompliance: string | null;
  readonly reportUrl: string | null;
};
