/** What one request carries at most. */
const mostDocuments = 1000;
const mostBytes = 4 * 1024 * 1024;

/** Documents in batches of at most so many documents and bytes; a larger document goes alone. */
export function* batchesOf<T>(documents: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document));
    if (batch.length > 0 && (batch.length >= mostDocuments || bytes + size > mostBytes)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(document);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
