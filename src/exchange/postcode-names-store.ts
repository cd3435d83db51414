import type { Db } from '#db/open-database.ts';
import type { AreaName } from './postcode-names.ts';

/**
 * Gives the wards and authorities of the postcode table their names, by code, and says how many
 * postcodes that changed. One statement for each, so that millions of rows are read once.
 */
export function nameAreas({ $client: client }: Db, names: readonly AreaName[]): number {
  client.exec('create temp table area_name (code text primary key, name text) without rowid');
  try {
    const add = client.prepare<[string, string]>('insert or replace into area_name values (?, ?)');
    for (const { code, name } of names) add.run(code, name);
    return nameFrom(client, 'ward') + nameFrom(client, 'authority');
  } finally {
    client.exec('drop table area_name');
  }
}

const nameFrom = (client: Db['$client'], area: 'ward' | 'authority'): number =>
  client
    .prepare(
      `update main.postcode set ${area}_name = area_name.name from area_name
       where ${area}_code = area_name.code and ${area}_name is not area_name.name`,
    )
    .run().changes;
