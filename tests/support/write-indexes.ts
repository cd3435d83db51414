/** Writes ever longer indexes to the file named, until it is killed: says so when it begins. */
import { buildSnapshot } from '#platform/search/embedded/build-snapshot.ts';
import { writeSnapshot } from '#platform/search/embedded/snapshot-file.ts';
import { place } from '../platform/search/few-places.ts';

const [file = ''] = process.argv.slice(2);
const documents = Array.from({ length: 2000 }, (_, number) => place(`place ${number}`));
for (let count = 1000; count <= documents.length; count += 10) {
  await writeSnapshot(file, buildSnapshot(documents.slice(0, count)));
  if (count === 1000) process.send?.('begun');
}
