/**
 * Builds the directory's index in a process of its own, writes it to a file for the site that asked,
 * and ends. When that site has ended meanwhile, it is kept for the next.
 */
import { openReplica } from '#db/open-replica.ts';
import { buildSnapshot } from '#platform/search/embedded/build-snapshot.ts';
import { writeSnapshot } from '#platform/search/embedded/snapshot-file.ts';
import { directoryStateOf, documentsOf } from '#directory/directory-index.ts';
import { keepIndex, type BuiltIndex } from '#directory/index-files.ts';

const [file = '', target = '', moment = '', ...languages] = process.argv.slice(2);
const clock = { now: () => new Date(moment) };
const db = openReplica(file);
// One transaction, so that the index is of one state and not of two.
const built: BuiltIndex = db.transaction((tx) => ({
  ...directoryStateOf({ db, clock }),
  ...buildSnapshot(documentsOf(tx, clock, languages)),
  languages,
}));
db.$client.close();
await writeSnapshot(target, built);
if (!process.connected) await keepIndex(target, file);
