/**
 * Reads an index from its file as a site does that starts, then takes in changed places one by one,
 * each searched for at once: `read-index.ts PLACES FILE`.
 */
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { readSnapshot } from '#platform/search/embedded/snapshot-file.ts';
import type { SearchQuery } from '#platform/search/search-engine.ts';
import { median } from '../support/table.ts';
import { readDocuments } from './documents.ts';

const changes = 400;
const [places = '', file = ''] = process.argv.slice(2);
const byName: SearchQuery = {
  ...{ words: '', near: null, withinMiles: null, along: null, covers: [], filters: [], count: [] },
  ...{ sort: 'name', offset: 0, limit: 20 },
};

const before = process.memoryUsage.rss();
const began = performance.now();
const engine = openEmbeddedEngine();
engine.adopt(await readSnapshot(file));
const reading = performance.now() - began;
engine.search(byName);
const resident = process.memoryUsage.rss() - before;
const changing = [...Iterator.from(readDocuments(Number(places))).take(changes)].map((document) => {
  const changed = performance.now();
  engine.index([{ ...document, text: `${document.text} rearranged` }]);
  engine.search({ ...byName, words: 'rearranged', limit: 1 });
  return performance.now() - changed;
});
const changed = [changing.slice(0, 50), changing.slice(-50)].map(median);
process.stdout.write(JSON.stringify({ reading, resident, changed }));
