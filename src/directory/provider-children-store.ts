import { and, asc, desc, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/open-database.ts';
import {
  costOption,
  inclusionAnswer,
  inspection,
  schedule,
  vacancy,
} from '#db/schema/directory.ts';
import { preparedFor } from './prepared-for.ts';
import type { CostOption, Provider, Vacancy } from './provider.ts';

type Children = Pick<Provider, 'inspections' | 'schedule' | 'costs' | 'vacancies' | 'inclusion'>;

/** Rows whose column is in the JSON list given under a name. */
const inGiven = (column: SQLiteColumn, name: string): SQL =>
  sql`${column} in (select value from json_each(${sql.placeholder(name)}))`;
export const inGivenIds = (column: SQLiteColumn): SQL => inGiven(column, 'ids');

/**
 * What belongs to these providers, in one query a table: id → children. `attributes` limits the
 * inclusion answers to those that will be looked at.
 */
export function childrenOf(
  reader: Reader,
  ids: readonly string[],
  attributes?: readonly string[],
): (id: string) => Children {
  const given = { ids: JSON.stringify(ids) };
  const queries = childQueries(reader);
  const inspections = byProvider(queries.inspections.all(given));
  const times = byProvider(queries.schedule.all(given));
  const costs = byProvider(queries.costs.all(given));
  const vacancies = byProvider(queries.vacancies.all(given));
  const answers =
    attributes === undefined
      ? queries.inclusion.all(given)
      : queries.inclusionAbout.all({ ...given, attributes: JSON.stringify(attributes) });
  const inclusion = byProvider(answers);
  return (id) => ({
    inspections: inspections(id),
    schedule: times(id),
    costs: costs(id).map(costOf),
    vacancies: vacancies(id).map(vacancyOf),
    inclusion: new Map(inclusion(id).map((row) => [row.attribute, row])),
  });
}

const childQueries = preparedFor((reader) => ({
  inspections: reader
    .select()
    .from(inspection)
    .where(inGivenIds(inspection.providerId))
    .orderBy(desc(inspection.inspectedOn), asc(inspection.id))
    .prepare(),
  schedule: reader
    .select()
    .from(schedule)
    .where(inGivenIds(schedule.providerId))
    .orderBy(asc(schedule.day), asc(schedule.opens))
    .prepare(),
  costs: reader
    .select()
    .from(costOption)
    .where(inGivenIds(costOption.providerId))
    .orderBy(asc(costOption.pence), asc(costOption.id))
    .prepare(),
  vacancies: reader
    .select()
    .from(vacancy)
    .where(inGivenIds(vacancy.providerId))
    .orderBy(asc(vacancy.agesFromMonths), asc(vacancy.day))
    .prepare(),
  inclusion: reader
    .select()
    .from(inclusionAnswer)
    .where(inGivenIds(inclusionAnswer.providerId))
    .prepare(),
  inclusionAbout: reader
    .select()
    .from(inclusionAnswer)
    .where(
      and(inGivenIds(inclusionAnswer.providerId), inGiven(inclusionAnswer.attribute, 'attributes')),
    )
    .prepare(),
}));

/** Splits rows by provider, keeping their order. */
function byProvider<Row extends { readonly providerId: string }>(rows: readonly Row[]) {
  const groups = Map.groupBy(rows, ({ providerId }) => providerId);
  return (id: string): readonly Row[] => groups.get(id) ?? [];
}

const costOf = (row: typeof costOption.$inferSelect): CostOption => ({
  unit: row.unit,
  pence: row.pence,
  label: row.label,
  ages:
    row.agesFromMonths === null || row.agesToMonths === null
      ? null
      : { from: row.agesFromMonths, to: row.agesToMonths },
});

const vacancyOf = (row: typeof vacancy.$inferSelect): Vacancy => ({
  ages: { from: row.agesFromMonths, to: row.agesToMonths },
  day: row.day,
  places: row.places,
  asAt: row.asAt,
});
