import { sql } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { postcode } from '#db/schema/directory.ts';
import type { PostcodeRow } from './postcode-layout.ts';

export type PostcodeSaver = ReturnType<typeof postcodeSaver>;

/** Writes those rows of a slice that are new or differ, and counts what that came to. */
export function postcodeSaver(tx: Tx) {
  const known = tx
    .select()
    .from(postcode)
    .where(sql`${postcode.key} in (select value from json_each(${sql.placeholder('keys')}))`)
    .prepare();
  const upsert = tx
    .insert(postcode)
    .values(given)
    .onConflictDoUpdate({ target: postcode.key, set: fromFile })
    .prepare();
  return (rows: readonly PostcodeRow[]) => {
    const keys = JSON.stringify(rows.map(({ key }) => key));
    const before = new Map(known.all({ keys }).map((row) => [row.key, row]));
    const news = rows.filter((row) => !same(before.get(row.key), row));
    for (const row of news) upsert.run(row);
    const changed = news.filter(({ key }) => before.has(key)).length;
    return { added: news.length - changed, changed, unchanged: rows.length - news.length };
  };
}

const given = {
  key: sql.placeholder('key'),
  display: sql.placeholder('display'),
  outward: sql.placeholder('outward'),
  latitude: sql.placeholder('latitude'),
  longitude: sql.placeholder('longitude'),
  wardCode: sql.placeholder('wardCode'),
  wardName: sql.placeholder('wardName'),
  lsoaCode: sql.placeholder('lsoaCode'),
  authorityCode: sql.placeholder('authorityCode'),
  authorityName: sql.placeholder('authorityName'),
};

const fromFile = {
  display: sql`excluded.display`,
  outward: sql`excluded.outward`,
  latitude: sql`excluded.latitude`,
  longitude: sql`excluded.longitude`,
  wardCode: sql`excluded.ward_code`,
  wardName: sql`excluded.ward_name`,
  lsoaCode: sql`excluded.lsoa_code`,
  authorityCode: sql`excluded.authority_code`,
  authorityName: sql`excluded.authority_name`,
};

const same = (before: Readonly<Record<string, unknown>> | undefined, after: PostcodeRow): boolean =>
  before !== undefined && Object.entries(after).every(([field, value]) => before[field] === value);
