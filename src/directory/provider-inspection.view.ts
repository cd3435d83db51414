import type { Words } from '#platform/i18n/words.ts';
import {
  reportCardAreas,
  reportCardStandards,
  type Inspection,
  type ReportCardStandard,
} from './inspection.ts';
import { complianceText, gradeText, inspectionResult } from './inspection-words.ts';
import { webLink } from './provider-facts.view.ts';
import type { Provider } from './provider.ts';
import { sourceText } from './provider-source.view.ts';
import { isChildcare } from './taxonomy.ts';

type Row = { readonly area: string; readonly result: string };

/**
 * The newest inspection whole, on its own framework's scale, and the earlier ones in a line each.
 * Null for what nobody inspects.
 */
export function inspectionView(words: Words, provider: Provider) {
  const { t } = words;
  const { inspections, kind } = provider;
  if (inspections.length === 0 && !isChildcare(kind)) return null;
  const [latest, ...earlier] = inspections;
  return {
    title: t('directory:provider.inspection.title'),
    latest: latest === undefined ? null : latestView(words, latest),
    none: latest === undefined ? noneText(words, provider) : null,
    history:
      earlier.length === 0
        ? null
        : {
            summary: t('directory:provider.inspection.history', { count: earlier.length }),
            items: earlier.map((inspection) => earlierView(words, inspection)),
          },
    source: sourceText(words, provider, null),
  };
}

function noneText({ t }: Words, { registration, kind }: Provider): string {
  if (registration?.registeredWith === 'agency') return t('directory:provider.inspection.agency');
  return kind === 'school-nursery'
    ? t('directory:provider.inspection.school')
    : t('directory:provider.inspection.none');
}

function latestView(words: Words, inspection: Inspection) {
  const { t, format } = words;
  const { framework, inspectedOn, reportUrl } = inspection;
  return {
    framework: t(`directory:provider.inspection.framework.${framework}`),
    on: t('directory:provider.inspection.on', { day: format.day(inspectedOn) }),
    rows: rowsOf(words, inspection),
    explain: t(`directory:provider.inspection.explain.${framework}`, {
      scale: scaleOf(words, framework),
    }),
    reportUrl: webLink(reportUrl ?? ''),
  };
}

const earlierView = (words: Words, inspection: Inspection) => ({
  day: words.format.day(inspection.inspectedOn),
  framework: words.t(`directory:provider.inspection.framework.${inspection.framework}`),
  result: inspectionResult(words, inspection),
  reportUrl: webLink(inspection.reportUrl ?? ''),
});

/** The framework's whole scale in its own words, so that one result can be read beside the others. */
function scaleOf(words: Words, framework: Inspection['framework']): string {
  if (framework === 'report-card')
    return words.format.list(reportCardStandards.map((standard) => standardText(words, standard)));
  return words.format.list([1, 2, 3, 4].flatMap((grade) => gradeText(words, grade) ?? []));
}

const standardText = ({ t }: Words, standard: ReportCardStandard): string =>
  t(`directory:provider.inspection.standard.${standard}`);

function rowsOf(words: Words, inspection: Inspection): readonly Row[] {
  switch (inspection.framework) {
    case 'report-card':
      return reportCardRows(words, inspection);
    case 'early-years':
      return [...gradeRows(words, inspection), ...registerRows(words, inspection)];
    case 'no-children-on-roll':
    case 'out-of-school':
    case 'childcare-register':
      return [
        ...row(words, 'checked', complianceText(words, inspection.compliance)),
        ...registerRows(words, inspection),
      ];
  }
}

type RowName =
  | 'checked'
  | 'overall'
  | 'education'
  | 'behaviour'
  | 'development'
  | 'leadership'
  | 'safeguarding'
  | 'safeguardingStandards'
  | 'compulsory'
  | 'voluntary';

const row = ({ t }: Words, name: RowName, result: string | null): readonly Row[] =>
  result === null ? [] : [{ area: t(`directory:provider.inspection.${name}`), result }];

function reportCardRows(words: Words, { standards, safeguardingEffective }: Inspection) {
  const met = safeguardingEffective === null ? null : safeguardingEffective ? 'met' : 'not met';
  return [
    ...reportCardAreas.flatMap((area) => {
      const standard = standards?.[area];
      if (standard === undefined) return [];
      const name = words.t(`directory:provider.inspection.areaName.${area}`);
      return [{ area: name, result: standardText(words, standard) }];
    }),
    ...row(words, 'safeguardingStandards', complianceText(words, met)),
  ];
}

function gradeRows(words: Words, inspection: Inspection): readonly Row[] {
  const { safeguardingEffective: safe } = inspection;
  const yes = words.t('directory:provider.inspection.yes');
  const no = words.t('directory:provider.inspection.no');
  return [
    ...row(words, 'overall', gradeText(words, inspection.overallGrade)),
    ...row(words, 'education', gradeText(words, inspection.educationGrade)),
    ...row(words, 'behaviour', gradeText(words, inspection.behaviourGrade)),
    ...row(words, 'development', gradeText(words, inspection.developmentGrade)),
    ...row(words, 'leadership', gradeText(words, inspection.leadershipGrade)),
    ...row(words, 'safeguarding', safe === null ? null : safe ? yes : no),
  ];
}

const registerRows = (words: Words, inspection: Inspection): readonly Row[] => [
  ...row(words, 'compulsory', complianceText(words, inspection.compulsoryRegisterCompliance)),
  ...row(words, 'voluntary', complianceText(words, inspection.voluntaryRegisterCompliance)),
];
