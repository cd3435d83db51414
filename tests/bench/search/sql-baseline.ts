import Database from 'better-sqlite3';
import { foldWords } from '#platform/search/fold-words.ts';
import { EARTH_RADIUS_MILES } from '#platform/search/miles-between.ts';
import type { SearchDocument, SearchQuery } from '#platform/search/search-engine.ts';
import { choicesIn } from './documents.ts';

export type SqlBaseline = {
  readonly add: (document: SearchDocument) => void;
  readonly search: (query: SearchQuery) => {
    readonly total: number;
    readonly ids: readonly string[];
  };
};

const milesOfDegree = 69.05;
/** The great-circle distance, as `milesBetween` has it. */
const miles = `(${2 * EARTH_RADIUS_MILES} * asin(sqrt(pow(sin(radians(p.latitude - @latitude) / 2), 2) +
  cos(radians(@latitude)) * cos(radians(p.latitude)) *
  pow(sin(radians(p.longitude - @longitude) / 2), 2))))`;

/**
 * The same search in SQL alone, as well as SQLite can: an R*Tree for where (the cross join has it
 * looked at first, which is ten times as fast as the planner's own choice), FTS5 for the words, one
 * column of 0 and 1 for each choice, all counts as sums in one pass, then the first 20 by distance.
 * It counts within the hits only; the engine also counts what each choice would give.
 */
export function openSqlBaseline(choices: readonly string[]): SqlBaseline {
  const db = new Database(':memory:');
  const columns = choices.map((_, at) => `c${at}`);
  const columnOf = new Map(choices.map((choice, at) => [choice, `c${at}`]));
  const flags = columns.map((name) => `${name} integer not null`).join(', ');
  db.exec(`
    create table place (
      id integer primary key, key text not null, latitude real, longitude real, ${flags});
    create virtual table place_at using rtree (id, low_latitude, high_latitude, low_longitude, high_longitude);
    create virtual table words using fts5 (text, content = '', prefix = '2 3 4', tokenize = 'unicode61 remove_diacritics 2');
  `);
  const statements = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = statements.get(sql) ?? db.prepare<unknown[], Found>(sql);
    statements.set(sql, known);
    return known;
  };
  const sums = columns.map((name) => `sum(${name})`).join(', ');
  let added = 0;
  return {
    add: (document) => {
      added += 1;
      const { id, text, point, facets } = document;
      const has = new Set(choicesIn(facets));
      const row = [added, id, point?.latitude, point?.longitude];
      const given = choices.map((choice) => (has.has(choice) ? 1 : 0));
      prepare(`insert into place values (${[...row, ...given].map(() => '?').join(', ')})`).run(
        ...row,
        ...given,
      );
      prepare('insert into words (rowid, text) values (?, ?)').run(
        added,
        foldWords(text).join(' '),
      );
      if (point === null) return;
      const { latitude, longitude } = point;
      const box = [latitude, latitude, longitude, longitude];
      prepare('insert into place_at values (?, ?, ?, ?, ?)').run(added, ...box);
    },
    search: (query) => {
      const { from, values } = conditions(query, columnOf);
      const counts = prepare(`select count(*) as total, ${sums} ${from}`).get(values);
      const order = `order by ${miles}, p.key limit 20`;
      const first = prepare(`select p.key as id ${from} ${order}`).all(values);
      return { total: counts?.total ?? 0, ids: first.flatMap(({ id }) => id ?? []) };
    },
  };
}

function conditions({ words, near, withinMiles, filters }: SearchQuery, columnOf: Columns) {
  const within = withinMiles ?? 0;
  const { latitude, longitude } = near ?? { latitude: 0, longitude: 0 };
  const high = within / milesOfDegree;
  const wide = high / Math.cos((latitude * Math.PI) / 180);
  const folded = foldWords(words);
  const chosen = filters.map(
    ({ facet, anyOf }) =>
      `and (${anyOf.map((value) => columnOf.get(`${facet} ${value}`) ?? '0').join(' or ')})`,
  );
  const said =
    folded.length === 0 ? '' : 'and p.id in (select rowid from words where words match @words)';
  const from = `from place_at a cross join place p on p.id = a.id
    where a.high_latitude >= @south and a.low_latitude <= @north
    and a.high_longitude >= @west and a.low_longitude <= @east
    ${chosen.join(' ')} ${said} and ${miles} <= @within`;
  const match = folded.map((word, at) => `"${word}"${at === folded.length - 1 ? '*' : ''}`);
  const values = {
    ...{ latitude, longitude, within, words: match.join(' ') },
    ...{ south: latitude - high, north: latitude + high },
    ...{ west: longitude - wide, east: longitude + wide },
  };
  return { from, values };
}

type Found = { readonly total?: number; readonly id?: string };
type Statement = Database.Statement<unknown[], Found>;
type Columns = ReadonlyMap<string, string>;
