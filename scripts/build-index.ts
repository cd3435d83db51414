/** Builds the directory's index in a process of its own, hands it to the site that asked, and ends. */
import { openReplica } from '#db/open-replica.ts';
import { buildSnapshot } from '#platform/search/embedded/build-snapshot.ts';
import { directoryStateOf, documentsOf } from '#directory/directory-index.ts';

const [file = '', moment = '', ...languages] = process.argv.slice(2);
const clock = { now: () => new Date(moment) };
const db = openReplica(file);
// One transaction, so that the index is of one state and not of two.
const built = db.transaction((tx) => ({
  ...directoryStateOf({ db, clock }),
  snapshot: buildSnapshot([...documentsOf(tx, clock, languages)]),
}));
db.$client.close();
process.send?.(built, () => process.disconnect());
