import type { Db } from '#db/open-database.ts';

/** Changes whenever anything in the database has: by this connection, or by another process. */
export function changeMark({ $client: client }: Db): string {
  const elsewhere = String(client.pragma('data_version', { simple: true }));
  const here = String(client.prepare('select total_changes()').pluck().get());
  return `${elsewhere} ${here}`;
}
