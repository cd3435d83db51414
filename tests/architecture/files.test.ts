import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { frontmatterOf, sourceFiles } from '../../scripts/checks/read-imports.ts';

const root = join(import.meta.dirname, '../..');
const files = sourceFiles(root).map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));
const lines = (text: string) => text.trimEnd().split('\n').length;

test('a file that nobody can read in one go is split: 300 lines at most', () => {
  expect(files.filter(({ text }) => lines(text) > 300).map(({ path }) => path)).toEqual([]);
});

/** What a page is allowed: a read of its parameters, one call, and an answer. */
const longestFrontmatter = 25;
const frontmatterLines = (text: string) => {
  const code = frontmatterOf(text).trim();
  return code === '' ? 0 : lines(code);
};

test('a page reads its parameters, calls one handler and answers: 25 lines of it at most', () => {
  const pages = files.filter(
    ({ path }) => path.startsWith('src/pages/') && path.endsWith('.astro'),
  );
  expect(pages.length).toBeGreaterThan(0);
  const long = pages.filter(({ text }) => frontmatterLines(text) > longestFrontmatter);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('no test stands in src, where Astro would make a page of it', () => {
  expect(files.filter(({ path }) => /^src\/.*\.(?:test|spec|bench)\./.test(path))).toEqual([]);
});

test('src/fetch.ts is left alone: Astro takes it for an entry of its own', () => {
  expect(files.map(({ path }) => path)).not.toContain('src/fetch.ts');
});

/** These show a slot that Astro has rendered, and so escaped, already. */
const showSlots = ['Choices', 'SummaryList', 'Table'].map(
  (name) => `src/components/govuk/${name}.astro`,
);
/** Data for search engines: it does not run, and its text holds no `<`. */
const showData = 'src/components/provider/JsonLd.astro';
const showMap = 'src/components/find/FindMap.astro';

describe('the content policy lets nothing run that stands in the page itself, so no markup has', () => {
  const markup = files
    .filter(({ path }) => path.endsWith('.astro'))
    .map(({ path, text }) => ({ path, html: text.replace(`---\n${frontmatterOf(text)}---`, '') }));
  const having = (pattern: RegExp) =>
    markup.filter(({ html }) => pattern.test(html)).map(({ path }) => path);

  test('a script of its own', () => {
    const scripts = having(/<script(?![^>]*\bsrc=)|\son[a-z]+=|define:vars/);
    expect(scripts.filter((path) => path !== showData)).toEqual([showMap]);
    // Built into a file of the site's own, and asked for only where the map is.
    const map = markup.find(({ path }) => path === showMap)?.html ?? '';
    expect(map.match(/<script[\s\S]*?<\/script>/g)).toEqual([
      "<script>\n  import './show-map.ts';\n</script>",
    ]);
    const data = markup.find(({ path }) => path === showData)?.html.trim();
    expect(data).toMatch(/^<script is:inline type="application\/ld\+json" set:html=\{json\} \/>$/);
  });

  test('a style of its own', () => {
    expect(having(/<style|\sstyle=/)).toEqual([]);
  });

  test('text put in as markup', () => {
    const allowed = [...showSlots, showData];
    expect(having(/set:html/).filter((path) => !allowed.includes(path))).toEqual([]);
  });
});

describe('the measures themselves', () => {
  test('a page without frontmatter has none, and a long one is counted', () => {
    expect(frontmatterLines('<p>only markup</p>')).toBe(0);
    expect(frontmatterLines(`---\n${'const a = 1;\n'.repeat(26)}---\n<p/>`)).toBe(26);
    expect(frontmatterLines('---\n\nconst a = 1;\n\n---\n<p/>')).toBe(1);
  });
});
