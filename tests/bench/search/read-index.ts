/** Reads an index from its file and asks it one thing, as a site does that starts: `read-index.ts FILE`. */
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { readSnapshot } from '#platform/search/embedded/snapshot-file.ts';

const [file = ''] = process.argv.slice(2);
const before = process.memoryUsage.rss();
const began = performance.now();
const engine = openEmbeddedEngine();
engine.adopt(await readSnapshot(file));
const reading = performance.now() - began;
engine.search({
  ...{ words: '', near: null, withinMiles: null, along: null, covers: [], filters: [], count: [] },
  ...{ sort: 'name', offset: 0, limit: 20 },
});
const resident = process.memoryUsage.rss() - before;
process.stdout.write(JSON.stringify({ reading, resident }));
