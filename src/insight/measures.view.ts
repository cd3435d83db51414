import { reasonCodes } from '#brokerage/provider-answer.ts';
import { outcomes } from '#brokerage/case-status.ts';
import { ageBands } from '#brokerage/demand.ts';
import { refusalWords } from '#casework/asking/refusal-words.ts';
import { outcomeWords, statusWords } from '#casework/case-words.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import { barChart, type BarChart, type BarGroup } from './chart.view.ts';
import { ageWords, bandWords, needText, toldText } from './insight-words.ts';
import type { Measures } from './view-measures.ts';

export const measureNames = [
  'months',
  'steps',
  'ages',
  'workload',
  'promises',
  'outcomes',
  'refusals',
  'unmet',
] as const;
export type MeasureName = (typeof measureNames)[number];
type Cell = string | number;

/** One measure: a chart where it can be drawn, and its table; `empty` instead of both. */
export type Measure = {
  readonly name: MeasureName;
  readonly title: string;
  readonly text: string | null;
  readonly chart: BarChart | null;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly empty: string | null;
};

type Drawn = Pick<Measure, 'head' | 'rows'> & {
  readonly groups: readonly BarGroup[];
  readonly isEmpty: boolean;
  readonly text?: string;
};

/** All measures in the order in which they are read; `isWhole` keeps the rows that tell no number. */
export function measuresView(words: Words, found: Measures, isWhole = false): readonly Measure[] {
  const drawn: Readonly<Record<MeasureName, Drawn>> = {
    months: months(words, found),
    steps: steps(words, found),
    ages: ages(words, found),
    workload: workload(words, found),
    promises: promises(words, found),
    outcomes: codes(words, found.outcomes, outcomes, outcomeWords, 'insight:column.outcome'),
    refusals: codes(words, found.refusals, reasonCodes, refusalWords, 'insight:column.reason'),
    unmet: unmet(words, found, isWhole),
  };
  return measureNames.map((name) => {
    const { head, rows, groups, isEmpty, text } = drawn[name];
    const title = titleOf(words, name, found);
    return {
      ...{ name, title, head },
      text: text ?? words.t(`insight:measure.${name}.text`),
      chart:
        isEmpty || groups.length === 0
          ? null
          : barChart(title, groups, words.language.dir === 'rtl' ? 'tall' : 'plain'),
      rows: isEmpty ? [] : rows,
      empty: isEmpty ? words.t(`insight:measure.${name}.empty`) : null,
    };
  });
}

function titleOf({ t, format }: Words, name: MeasureName, { year }: Measures): string {
  return name === 'unmet'
    ? t('insight:measure.unmet.title', { from: format.month(year.from), to: format.month(year.to) })
    : t(`insight:measure.${name}.title`);
}

function months({ t, format }: Words, found: Measures): Drawn {
  const rows = found.months.map(({ month, arrived, closed }) => [
    format.month(month),
    arrived,
    closed,
  ]);
  const groups = found.months.map(({ month, arrived, closed }) => ({
    label: format.month(month),
    bars: [
      { value: arrived, text: t('insight:bar.arrived', { number: format.number(arrived) }) },
      {
        value: closed,
        text: t('insight:bar.closed', { number: format.number(closed) }),
        isSecond: true,
      },
    ],
  }));
  const head = [t('insight:column.month'), t('insight:column.arrived'), t('insight:column.closed')];
  return {
    head,
    rows,
    groups,
    isEmpty: found.months.every(({ arrived, closed }) => arrived + closed === 0),
  };
}

/** One number for each label. */
function simple(
  { t, format }: Words,
  first: WordKey,
  counted: readonly (readonly [string, number])[],
): Drawn {
  return {
    head: [t(first), t('insight:column.count')],
    rows: counted,
    groups: counted.map(([label, value]) => ({
      label,
      bars: [{ value, text: format.number(value) }],
    })),
    isEmpty: counted.every(([, value]) => value === 0),
  };
}

const steps = (words: Words, found: Measures): Drawn =>
  simple(
    words,
    'insight:column.step',
    found.steps.map(({ status, count }) => [words.t(statusWords[status]), count]),
  );

const ages = (words: Words, found: Measures): Drawn =>
  simple(
    words,
    'insight:column.age',
    ageWords.map((key, at) => [words.t(key), found.ages[at] ?? 0]),
  );

/** Codes in their own order, so that nothing is a league table; those that never came are left out. */
function codes<Code extends string>(
  words: Words,
  counted: Measures['outcomes'],
  known: readonly Code[],
  names: Readonly<Record<Code, WordKey>>,
  first: WordKey,
): Drawn {
  const counts = new Map(counted.map(({ code, count }) => [code, count]));
  const rows = known.flatMap((code): readonly (readonly [string, number])[] => {
    const count = counts.get(code);
    return count === undefined ? [] : [[words.t(names[code]), count]];
  });
  return simple(words, first, rows);
}

/** By name: who has most is nobody's business but the reader's. */
function workload({ t, format, language }: Words, found: Measures): Drawn {
  const { compare } = new Intl.Collator(language.code);
  const named = found.workload.filter(({ ownerId }) => ownerId !== null);
  const free = found.workload.filter(({ ownerId }) => ownerId === null);
  const rows = [
    ...named.toSorted((one, other) => compare(one.name ?? '~', other.name ?? '~')),
    ...free,
  ].map(({ ownerId, name, open, overdue, waiting, oldest }) => [
    ownerId === null ? t('insight:nobody') : (name ?? t('insight:left')),
    ...[open, overdue, waiting],
    oldest === null ? '–' : format.day(londonDay(new Date(oldest))),
  ]);
  const head = (['broker', 'open', 'overdue', 'waiting', 'oldest'] as const).map((column) =>
    t(`insight:column.${column}`),
  );
  return { head, rows, groups: [], isEmpty: rows.length === 0 };
}

function promises({ t, format }: Words, { promises: found }: Measures): Drawn {
  const stepNames = ['contact', 'options'] as const;
  const kinds = ['inTime', 'late', 'missed', 'open'] as const;
  const head = [t('insight:column.promise'), ...kinds.map((kind) => t(`insight:kept.${kind}`))];
  const rows = stepNames.map((step) => [
    t(`insight:promise.${step}`),
    ...kinds.map((kind) => found[step][kind]),
  ]);
  const groups = stepNames.map((step) => ({
    label: t(`insight:promise.${step}`),
    bars: kinds.map((kind) => ({
      value: found[step][kind],
      text: `${t(`insight:kept.${kind}`)}: ${format.number(found[step][kind])}`,
      isSecond: kind !== 'inTime',
    })),
  }));
  return {
    head,
    rows,
    groups,
    isEmpty: rows.every((row) => row.slice(1).every((one) => one === 0)),
  };
}

function unmet(words: Words, { unmet: found }: Measures, isWhole: boolean): Drawn {
  const { t, format } = words;
  const bands = ageBands.map((band) => t(bandWords[band]));
  const head = [
    t('insight:column.ward'),
    t('insight:column.need'),
    ...bands,
    t('insight:column.all'),
  ];
  const { table, whole } = found;
  if (table === null) {
    const text = t(whole < 5 ? 'insight:unmetFew' : 'insight:unmetOnly', {
      number: format.number(whole),
    });
    return { head, rows: [], groups: [], isEmpty: whole === 0, text };
  }
  const shown = table.rows.filter(
    ({ told }) => isWhole || told.some((one) => typeof one === 'number' && one > 0),
  );
  const rows = shown.map(({ ward, need, told }) => [
    ward ?? t('insight:noWard'),
    needText(words, need),
    ...told.map((one) => toldText(words, one)),
  ]);
  const sums = [t('insight:everywhere'), '', ...table.sums.map((one) => toldText(words, one))];
  const groups = bands.map((label, at) => {
    const told = table.sums[at] ?? 0;
    const value = typeof told === 'number' ? told : 0;
    return { label, bars: [{ value, text: toldText(words, told) }] };
  });
  const text = t('insight:unmetLeft', { count: table.rows.length - shown.length });
  return { head, rows: [...rows, sums], groups, isEmpty: false, text };
}
