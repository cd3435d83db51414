import type { TestApp } from '../../support/test-app.ts';

/**
 * Closes all requests but so many, each a minute after the last; gives the references of the open
 * ones, of which one in four is due each on another day.
 */
export function closeMost(app: TestApp, open: number): readonly string[] {
  const { $client } = app.db;
  $client
    .prepare(
      `update brokerage_case
       set status = 'closed', outcome = 'found-own', next_action = null, next_action_due = null,
           closed_at = strftime('%Y-%m-%dT%H:%M:00.000Z', '2026-06-01', rowid || ' minutes')
       where rowid not in (select rowid from brokerage_case order by id limit ?)`,
    )
    .run(open);
  $client.exec(
    `update brokerage_case
     set next_action_due = date('2026-11-10', (rowid % 30) || ' days'),
         contact_due = next_action_due, options_due = date('2026-11-20', (rowid % 30) || ' days')
     where status <> 'closed'`,
  );
  return $client
    .prepare<[], string>(`select reference from brokerage_case where status <> 'closed'`)
    .pluck()
    .all();
}
