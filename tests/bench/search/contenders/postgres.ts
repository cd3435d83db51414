import type pg from 'pg';
import { foldWords } from '#platform/search/fold-words.ts';
import { EARTH_RADIUS_MILES } from '#platform/search/miles-between.ts';
import type { SearchDocument, SearchQuery } from '#platform/search/search-engine.ts';
import { processorTime, processorTimeOf } from '../../support/processor-time.ts';
import { choicesIn, choicesOf } from '../documents.ts';
import { turnFor, type Contender, type Documents, type OpenContender } from './contender.ts';
import { startPostgres } from './start-postgres.ts';

const metresOfMile = 1609.344;
const batch = 500;

/**
 * PostgreSQL with one table: GIN over the words and over the choices, GiST over the point
 * (earthdistance, on the same
 * sphere as ours), all counts by one pass over what was found, the nearest 20, in one statement.
 */
export const openPostgres: OpenContender = async (documents): Promise<Contender | null> => {
  const server = await startPostgres();
  if (!server) return null;
  const { client, pid } = server;
  const choices = choicesOf(documents);
  const numberOf = new Map(choices.map((choice, at) => [choice, at + 1]));
  await client.query(`create extension cube; create extension earthdistance; create extension intarray;
    create or replace function earth() returns float8 language sql immutable parallel safe
      as 'select ${EARTH_RADIUS_MILES * metresOfMile}::float8';
    create table place (id int primary key, words tsvector, at earth, choices int[])`);
  await insertAll(client, documents, numberOf);
  await client.query(`create index on place using gin (words);
    create index on place using gist (at);
    create index on place using gin (choices gin__int_ops);`);
  await client.query('vacuum analyze place');
  return {
    name: 'PostgreSQL 15',
    turn: turnFor(documents, 5, 10),
    canAnswer: () => true,
    search: async (query) => {
      const { rows } = await client.query<{ total: number }>(statementOf(query, numberOf));
      return { total: rows[0]?.total ?? 0 };
    },
    worked: () => processorTime() + processorTimeOf(pid),
    close: async () => {
      await client.end();
      await server.stop();
    },
  };
};

async function insertAll(
  client: pg.Client,
  documents: Documents,
  numberOf: ReadonlyMap<string, number>,
): Promise<void> {
  let added = 0;
  let rows: unknown[][] = [];
  for (const document of documents) {
    rows.push(rowOf(document, added++, numberOf));
    if (rows.length < batch && added < documents.count) continue;
    await insert(client, rows);
    rows = [];
  }
}

const rowOf = (
  { text, point, facets }: SearchDocument,
  id: number,
  numberOf: ReadonlyMap<string, number>,
): unknown[] => [
  id,
  foldWords(text).join(' '),
  ...[point?.latitude ?? null, point?.longitude ?? null],
  choicesIn(facets).map((choice) => numberOf.get(choice) ?? 0),
];

async function insert(client: pg.Client, rows: readonly unknown[][]): Promise<void> {
  const places = rows.map((_, at) => {
    const [id, words, latitude, longitude, chosen] = [1, 2, 3, 4, 5].map((one) => at * 5 + one);
    return `($${id}::int, to_tsvector('simple', $${words}), ll_to_earth($${latitude}, $${longitude}), $${chosen}::int[])`;
  });
  await client.query(`insert into place values ${places.join(', ')}`, rows.flat());
}

function statementOf(
  { words, near, withinMiles, filters }: SearchQuery,
  numberOf: ReadonlyMap<string, number>,
) {
  const typed = foldWords(words);
  const match = typed.map((word, at) => `${word}${at === typed.length - 1 ? ':*' : ''}`);
  const { latitude, longitude } = near ?? { latitude: 0, longitude: 0 };
  const metres = (withinMiles ?? 0) * metresOfMile;
  const groups = filters.map(({ facet, anyOf }) =>
    anyOf.map((value) => numberOf.get(`${facet} ${value}`) ?? 0),
  );
  const chosen = groups.map((_, at) => `and choices && $${at + 5}::int[]`);
  return {
    text: `with found as materialized (
        select id, choices, earth_distance(at, ll_to_earth($1, $2)) as far from place
        where earth_box(ll_to_earth($1, $2), $3) @> at
          and earth_distance(at, ll_to_earth($1, $2)) <= $3
          and ($4 = '' or words @@ to_tsquery('simple', $4)) ${chosen.join(' ')}),
      counted as (select choice, count(*) from found, unnest(choices) as choice group by choice)
      select (select count(*) from found)::int as total,
        (select json_agg(counted) from counted) as counts,
        (select json_agg(first) from (select id from found order by far, id limit 20) first) as first`,
    values: [latitude, longitude, metres, match.join(' & '), ...groups],
  };
}
