import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flatten, type Texts } from './words.ts';

/** The words of every language in a folder such as `content/locales`, by language code. */
export function readLocales(folder: string): ReadonlyMap<string, Texts> {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return new Map(languages.map(({ name }) => [name, readLocale(join(folder, name))]));
}

function readLocale(folder: string): Texts {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const rooms = files.map((name): [string, unknown] => [
    name.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(folder, name), 'utf8')),
  ]);
  return flatten(Object.fromEntries(rooms));
}
