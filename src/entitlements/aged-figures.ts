import { addDays } from '#platform/calendar/london-time.ts';
import type { Reference, SchemeFile } from './figures.ts';

/** Days after a check from which a figure is to be looked up again, and after which it may not stand. */
export const warnAfterDays = 90;
export const failAfterDays = 120;

export type AgedFigure = {
  readonly key: string;
  readonly reason: 'past-its-year' | 'checked-too-long-ago' | 'check-soon';
};

const endings = { tax: '04-05', funding: '03-31', academic: '08-31' } as const;

/** The last day of `2026-27`: 5 April, 31 March or 31 August 2027. */
export const lastDayOfYear = ({ year, yearKind }: Pick<SchemeFile, 'year' | 'yearKind'>): string =>
  `${String(Number(year.slice(0, 4)) + 1)}-${endings[yearKind]}`;

type Dated = { readonly key: string; readonly checkedOn: string; readonly yearEnd: string };

/** What in force on this day is past its year, or was checked more than 90 or 120 days ago. */
export const agedFigures = (reference: Reference, today: string): readonly AgedFigure[] =>
  inForce(reference, today).flatMap((dated) => {
    const reason = agedBy(dated, today);
    return reason === null ? [] : [{ key: dated.key, reason }];
  });

/** A figure of the law that has ended with nothing after it: it has to be looked up. */
export const endedFigures = (reference: Reference, today: string): readonly string[] =>
  [...reference.schemes.values()].flatMap(({ scheme, figures }) =>
    Object.entries(figures)
      .filter(([, entries]) => entries.every(({ effectiveTo: to }) => to !== null && to < today))
      .map(([name]) => `${scheme}.${name}`),
  );

function agedBy({ checkedOn, yearEnd }: Dated, today: string): AgedFigure['reason'] | null {
  if (today > yearEnd) return 'past-its-year';
  if (today > addDays(checkedOn, failAfterDays)) return 'checked-too-long-ago';
  return today > addDays(checkedOn, warnAfterDays) ? 'check-soon' : null;
}

function inForce({ schemes, terms }: Reference, today: string): readonly Dated[] {
  const figures = [...schemes.values()].flatMap((file) =>
    Object.entries(file.figures).flatMap(([name, entries]) =>
      entries
        .filter(
          ({ effectiveFrom, effectiveTo }) =>
            effectiveFrom <= today && (effectiveTo === null || today <= effectiveTo),
        )
        .map(({ checkedOn }) => ({
          key: `${file.scheme}.${name}`,
          checkedOn,
          yearEnd: lastDayOfYear(file),
        })),
    ),
  );
  const tables = Object.entries(terms).flatMap(([name, table]) =>
    typeof table === 'string'
      ? []
      : [{ key: `terms.${name}`, checkedOn: table.checkedOn, yearEnd: lastDayOfYear(terms) }],
  );
  return [...figures, ...tables];
}
