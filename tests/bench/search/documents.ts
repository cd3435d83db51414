import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/open-database.ts';
import { allForSearch } from '#directory/provider-store.ts';
import { searchDocuments } from '#directory/search-documents.ts';
import { kindWords, type ServiceKind } from '#directory/taxonomy.ts';
import type { SearchDocument } from '#platform/search/search-engine.ts';
import { asAt } from '../directory/invent-provider.ts';
import { copyBenchDirectory } from '../directory/open-bench-directory.ts';

/** What the site itself gives its engine, read from the tables of so many invented providers. */
export function readDocuments(count: number): readonly SearchDocument[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'fis.sqlite');
  copyBenchDirectory(count, file);
  const db = openDatabase(file);
  const words = { today: asAt, kindWords: (kind: ServiceKind) => kindWords(kind, ['en']) };
  const documents = [...searchDocuments(allForSearch(db), words)];
  db.$client.close();
  rmSync(folder, { recursive: true });
  return documents;
}

/** Every value of every facet, as `kind nursery`. */
export const choicesOf = (documents: readonly SearchDocument[]): readonly string[] => [
  ...new Set(documents.flatMap(({ facets }) => choicesIn(facets))),
];

/** The choices that one document answers. */
export const choicesIn = (facets: SearchDocument['facets']): readonly string[] =>
  Object.entries(facets).flatMap(([facet, values]) => values.map((value) => `${facet} ${value}`));
