import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Options = Readonly<Record<string, unknown>>;
export type Fixture = { readonly name: string; readonly options: Options; readonly html: string };

const require = createRequire(import.meta.url);

/** The examples that govuk-frontend ships for a component: its options and the markup they make. */
export function fixturesOf(component: string): readonly Fixture[] {
  const file = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly fixtures: readonly Fixture[];
  };
  return fixtures;
}

/** The options that a fixture uses, such as `items[].hint.text`; `items[]=nothing` for an empty item. */
export function pathsIn(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, `${path}[]`));
  if (path.endsWith(']') && !value) return [`${path}=nothing`];
  if (path.endsWith('ttributes') || typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsIn(inner, path === '' ? key : `${path}.${key}`),
  );
}
