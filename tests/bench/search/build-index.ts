/** Builds the index of so many invented places and writes it to a file: `build-index.ts PLACES FILE`. */
import { buildSnapshot } from '#platform/search/embedded/build-snapshot.ts';
import { deskFor } from '#platform/search/embedded/desk.ts';
import { writeSnapshot } from '#platform/search/embedded/snapshot-file.ts';
import type { SearchDocument } from '#platform/search/search-engine.ts';
import { processorTime } from '../support/processor-time.ts';
import { readDocuments } from './documents.ts';

const [places = '', file = ''] = process.argv.slice(2);
const documents = readDocuments(Number(places));
let [reading, readingWork] = [0, 0];
const [began, beganWork] = [performance.now(), processorTime()];
const snapshot = buildSnapshot(timed(documents));
const building = performance.now() - began - reading;
const buildingWork = processorTime() - beganWork - readingWork;
await writeSnapshot(file, snapshot);
const bytes = bytesOf(snapshot) + bytesOf(deskFor(snapshot.count));
const most = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ reading, building, buildingWork, bytes, most }));

/** The documents, and how long it took to get at them. */
function* timed(documents: Iterable<SearchDocument>): Generator<SearchDocument> {
  let [asked, askedWork] = [performance.now(), processorTime()];
  for (const document of documents) {
    readingWork += processorTime() - askedWork;
    reading += performance.now() - asked;
    yield document;
    [asked, askedWork] = [performance.now(), processorTime()];
  }
}

function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  const parts: unknown[] = value instanceof Map ? [...value.values()] : Object.values(value);
  return parts.reduce((sum: number, part) => sum + bytesOf(part), 0);
}
