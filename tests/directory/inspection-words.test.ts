import { describe, expect, test } from 'vitest';
import { complianceText, inspectionLine } from '#directory/inspection-words.ts';
import type { Inspection } from '#directory/inspection.ts';
import { inspectionView } from '#directory/provider-inspection.view.ts';
import { quietPlace } from '../support/place.ts';
import { openTestApp } from '../support/test-app.ts';

const words = () => openTestApp().as({ kind: 'public' }).words;
const blank: Inspection = {
  ...{ framework: 'early-years', number: null, visitType: null, inspectedOn: '2024-03-18' },
  ...{ overallGrade: null, educationGrade: null, behaviourGrade: null, developmentGrade: null },
  ...{ leadershipGrade: null, safeguardingEffective: null, standards: null, compliance: null },
  ...{ compulsoryRegisterCompliance: null, voluntaryRegisterCompliance: null, reportUrl: null },
};
const card: Inspection = {
  ...blank,
  framework: 'report-card',
  inspectedOn: '2026-03-18',
  safeguardingEffective: true,
  standards: {
    ...{ inclusion: 'strong', curriculum: 'expected', achievement: 'expected' },
    ...{ behaviour: 'strong', welfare: 'strong', leadership: 'needs-attention' },
  },
};
const line = (...inspections: readonly Inspection[]) => inspectionLine(words(), { inspections });

describe('in one line: the framework’s own words and its day', () => {
  test.each([
    ['an old grade', { ...blank, overallGrade: 2 }, 'Good (Ofsted grade, 18 March 2024)'],
    [
      'a report card has no overall word: each standard is counted, the highest first',
      card,
      'Ofsted report card, 18 March 2026: Strong standard in 3 areas, Expected standard in 2 areas and Needs attention in 1 area',
    ],
    [
      'a register check',
      { ...blank, framework: 'childcare-register', compliance: 'Not Met (with actions)' },
      'Not met, with actions to take (Childcare Register check, 18 March 2024)',
    ],
    [
      'no children on roll',
      { ...blank, framework: 'no-children-on-roll', compliance: 'Met' },
      'Met (Ofsted visit with no children on roll, 18 March 2024)',
    ],
    [
      'out of school',
      { ...blank, framework: 'out-of-school', compliance: 'Met' },
      'Met (Ofsted out-of-school visit, 18 March 2024)',
    ],
    ['nothing judged', blank, 'Inspected by Ofsted on 18 March 2024'],
  ] as const)('%s', (_name, inspection, text) => {
    expect(line(inspection)).toBe(text);
  });

  test('none at all is nothing', () => {
    expect(line()).toBeNull();
  });

  test('safeguarding that is not met is never left out', () => {
    expect(line({ ...card, safeguardingEffective: false })).toContain(
      'Safeguarding standards not met',
    );
    expect(line({ ...blank, overallGrade: 2, safeguardingEffective: false })).toContain(
      'Safeguarding not effective',
    );
  });

  test('an old grade never speaks for a newer report card', () => {
    const said = line(card, { ...blank, overallGrade: 1 });
    expect(said).toContain('report card');
    expect(said).not.toContain('Outstanding');
  });
});

test.each([
  ['Met', 'Met'],
  ['Not Met (with actions)', 'Not met, with actions to take'],
  ['Not met with actions', 'Not met, with actions to take'],
  ['Not Met (enforcement)', 'Not met, with enforcement'],
  ['Not met', 'Not met'],
  ['Metalwork only', 'Metalwork only'],
])('%s is said as "%s"', (published, text) => {
  expect(complianceText(words(), published)).toBe(text);
});

describe('on the page', () => {
  const shown = (...inspections: readonly Inspection[]) =>
    inspectionView(words(), quietPlace({ inspections }));

  test('a report card: six areas and safeguarding on the five standards, and no grade', () => {
    const { latest } = shown(card) ?? {};
    expect(latest?.rows.map(({ area, result }) => `${area}: ${result}`)).toEqual([
      'Inclusion: Strong standard',
      'Curriculum and teaching: Expected standard',
      'Achievement: Expected standard',
      'Behaviour, attitudes and establishing routines: Strong standard',
      'Children’s welfare and wellbeing: Strong standard',
      'Leadership and governance: Needs attention',
      'Safeguarding standards: Met',
    ]);
    expect(JSON.stringify(latest)).not.toMatch(/Outstanding|Good|Inadequate/);
  });

  test('old grades: the four words and no standard', () => {
    const { latest } = shown({ ...blank, overallGrade: 3, educationGrade: 2 }) ?? {};
    expect(latest?.rows).toEqual([
      { area: 'Overall effectiveness', result: 'Requires improvement' },
      { area: 'Quality of education', result: 'Good' },
    ]);
    expect(JSON.stringify(latest)).not.toMatch(/Expected standard|Strong standard/);
  });

  test('earlier ones each keep their own framework and link', () => {
    const { history } =
      shown(card, { ...blank, overallGrade: 2, reportUrl: 'https://o.example/1' }) ?? {};
    expect(history).toMatchObject({
      summary: 'Earlier: 1 inspection',
      items: [
        {
          framework: 'Ofsted early years inspection',
          result: 'Good',
          reportUrl: 'https://o.example/1',
        },
      ],
    });
  });

  test('a report is linked only on the web', () => {
    expect(shown({ ...card, reportUrl: 'javascript:alert(1)' })?.latest?.reportUrl).toBeNull();
  });

  test('not inspected yet is explained', () => {
    expect(shown()?.none).toContain('no inspection of this place yet');
    const school = inspectionView(
      words(),
      quietPlace({ kind: 'school-nursery', registration: null }),
    );
    expect(school?.none).toContain('together with the school');
  });
});
