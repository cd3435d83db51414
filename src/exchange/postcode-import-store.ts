import type { Db } from '#db/open-database.ts';
import type { PostcodeRow } from './postcode-layout.ts';

/** In the order in which they are bound. */
const columns = [
  ...['key', 'display', 'outward', 'latitude', 'longitude', 'ward_code', 'ward_name'],
  ...['lsoa_code', 'authority_code', 'authority_name'],
] as const;
type Value = string | number | null;

export type PostcodeStage = ReturnType<typeof openPostcodeStage>;

/**
 * A table of this connection alone, outside the database, that takes the rows of a file that are new
 * or differ. While it fills, readers and writers of the database go on; `save`, inside the import's
 * transaction, then copies them in one statement. `close` throws it away.
 *
 * Millions of rows go through here, so the statements are the driver's own.
 */
export function openPostcodeStage({ $client: client }: Db) {
  client.pragma('temp_store = FILE');
  client.exec(`create temp table if not exists staged_postcode (${columns.join(', ')},
    primary key (key)) without rowid; delete from staged_postcode`);
  const list = columns.join(', ');
  const known = client
    .prepare<[string], Value[]>(`select ${list} from main.postcode where key = ?`)
    .raw(true);
  const stage = client.prepare<Value[]>(
    `insert or replace into staged_postcode (${list}) values (${columns.map(() => '?').join(', ')})`,
  );
  const unstage = client.prepare<[string]>('delete from staged_postcode where key = ?');
  let staged = false;
  const add = (row: PostcodeRow, names: AreaNames): void => {
    const before = known.get(row.key);
    const after = valuesOf(row, before, names);
    if (before === undefined || after.some((value, at) => value !== before[at])) {
      stage.run(...after);
      staged = true;
    } else if (staged) unstage.run(row.key);
  };
  return {
    addAll: client.transaction((rows: readonly PostcodeRow[], names: AreaNames) => {
      for (const row of rows) add(row, names);
    }),
    save: () => save(client),
    close: () => {
      client.exec('drop table staged_postcode');
      client.pragma('temp_store = MEMORY');
    },
  };
}

/** What a code's area is called, for files that have only codes. */
export type AreaNames = {
  readonly ward: ReadonlyMap<string, string>;
  readonly authority: ReadonlyMap<string, string>;
};

/** The names that the table knows already. */
export function loadAreaNames({ $client: client }: Db): AreaNames {
  const read = (area: 'ward' | 'authority') =>
    new Map(
      client
        .prepare<[], [string, string]>(
          `select ${area}_code, max(${area}_name) from main.postcode
           where ${area}_code is not null and ${area}_name is not null group by 1`,
        )
        .raw(true)
        .all(),
    );
  return { ward: read('ward'), authority: read('authority') };
}

/** The row to keep: a column that the file has not keeps what is known. */
function valuesOf(row: PostcodeRow, before: Value[] | undefined, names: AreaNames): Value[] {
  const kept = (value: string | null | undefined, at: number): Value =>
    value === undefined ? (before?.[at] ?? null) : value;
  const wardCode = kept(row.wardCode, 5);
  const authorityCode = kept(row.authorityCode, 8);
  return [
    ...[row.key, row.display, row.outward, row.latitude, row.longitude],
    ...[wardCode, row.wardName ?? nameOf(names.ward, wardCode)],
    ...[kept(row.lsoaCode, 7), authorityCode],
    row.authorityName ?? nameOf(names.authority, authorityCode),
  ];
}

const nameOf = (names: ReadonlyMap<string, string>, code: Value): string | null =>
  typeof code === 'string' ? (names.get(code) ?? null) : null;

function save(client: Db['$client']): { readonly added: number; readonly changed: number } {
  const changed = client
    .prepare<[], number>(
      'select count(*) from staged_postcode where key in (select key from main.postcode)',
    )
    .pluck(true)
    .get();
  const list = columns.join(', ');
  const { changes } = client
    .prepare(
      `insert into main.postcode (${list}) select ${list} from staged_postcode where true
       on conflict (key) do update set ${columns
         .slice(1)
         .map((column) => `${column} = excluded.${column}`)
         .join(', ')}`,
    )
    .run();
  return { added: changes - (changed ?? 0), changed: changed ?? 0 };
}
