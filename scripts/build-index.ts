/**
 * Builds the directory's index in a process of its own, writes it to a file for the site that asked,
 * tells it of which state it is, and ends.
 */
import { openReplica } from '#db/open-replica.ts';
import { buildSnapshot } from '#platform/search/embedded/build-snapshot.ts';
import { writeSnapshot } from '#platform/search/embedded/snapshot-file.ts';
import { directoryStateOf, documentsOf } from '#directory/directory-index.ts';

const [file = '', target = '', moment = '', ...languages] = process.argv.slice(2);
const clock = { now: () => new Date(moment) };
const db = openReplica(file);
// One transaction, so that the index is of one state and not of two.
const { state, snapshot } = db.transaction((tx) => ({
  state: directoryStateOf({ db, clock }),
  snapshot: buildSnapshot(documentsOf(tx, clock, languages)),
}));
db.$client.close();
await writeSnapshot(target, snapshot);
process.send?.(state, () => process.disconnect());
