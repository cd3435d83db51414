import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openReplica } from '#db/open-replica.ts';
import { allForSearch } from '#directory/provider-store.ts';
import { searchDocuments } from '#directory/search-documents.ts';
import { kindWords, type ServiceKind } from '#directory/taxonomy.ts';
import type { SearchDocument } from '#platform/search/search-engine.ts';
import { asAt } from '../directory/invent-provider.ts';
import { benchDirectory } from '../directory/open-bench-directory.ts';
import { root } from '../support/process.ts';
import type { Documents } from './contenders/contender.ts';

const slice = 2 ** 22;
const lineEnd = 10;

/**
 * What the site itself gives its engine, of so many invented providers: read from their tables once,
 * and from then on, one by one, from a file beside them (a million take minutes from the tables).
 */
export function readDocuments(count: number): Documents {
  const directory = benchDirectory(count);
  const kept = join(dirname(directory), `${madeFrom(basename(directory))}-${count}.documents`);
  if (!existsSync(kept)) keepDocuments(directory, kept, count);
  return { count, [Symbol.iterator]: () => documentsIn(kept) };
}

function keepDocuments(directory: string, kept: string, count: number): void {
  const home = dirname(kept);
  for (const old of readdirSync(home).filter((name) => name.endsWith(`-${count}.documents`)))
    rmSync(join(home, old));
  const db = openReplica(directory);
  const words = { today: asAt, kindWords: (kind: ServiceKind) => kindWords(kind, ['en']) };
  const aside = `${kept}.${process.pid}`;
  const file = openSync(aside, 'w');
  for (const document of searchDocuments(allForSearch(db), words)) {
    writeSync(file, `${JSON.stringify(document)}\n`);
  }
  closeSync(file);
  db.$client.close();
  renameSync(aside, kept);
}

function* documentsIn(kept: string): Generator<SearchDocument> {
  const file = openSync(kept, 'r');
  const read = Buffer.alloc(slice);
  let rest = Buffer.alloc(0);
  for (let size = readSync(file, read); size > 0; size = readSync(file, read)) {
    const bytes = Buffer.concat([rest, read.subarray(0, size)]);
    let from = 0;
    for (let end = bytes.indexOf(lineEnd); end >= 0; end = bytes.indexOf(lineEnd, from)) {
      // Only this module writes the file.
      yield JSON.parse(bytes.toString('utf8', from, end)) as SearchDocument;
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
  closeSync(file);
}

/** The file is of no use once what a document holds has changed. */
function madeFrom(directory: string): string {
  const hash = createHash('sha256').update(directory);
  const folder = join(root, 'src/directory');
  for (const name of readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort())
    hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

/** Every value of every facet, as `kind nursery`. */
export function choicesOf(documents: Iterable<SearchDocument>): readonly string[] {
  const choices = new Set<string>();
  for (const { facets } of documents) for (const choice of choicesIn(facets)) choices.add(choice);
  return [...choices];
}

/** The choices that one document answers. */
export const choicesIn = (facets: SearchDocument['facets']): readonly string[] =>
  Object.entries(facets).flatMap(([facet, values]) => values.map((value) => `${facet} ${value}`));
