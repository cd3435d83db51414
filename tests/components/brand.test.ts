import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import postcss from 'postcss';
import { compile } from 'sass';
import { expect, test } from 'vitest';
import postcssConfig from '../../postcss.config.mjs';

// Compiled as the build compiles them, comments that steer the mirroring included.
const compiled = (file: string) => compile(file, { quietDeps: true }).css;
const squeezed = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');
const css = squeezed(compiled('src/styles/site.scss'));
const rightToLeft = 'src/styles/site-rtl.scss';
const mirrored = squeezed(
  postcss(postcssConfig.plugins).process(compiled(rightToLeft), { from: rightToLeft }).css,
);

test('the styles never use the type, blue or crown of GOV.UK', () => {
  expect(css).not.toMatch(/GDS Transport|crown|crest/i);
  // The blue of GOV.UK, its tints and its shades.
  expect(css).not.toMatch(/#(?:1d70b8|5694ca|8eb8dc|d2e2f1|f4f8fb|16548a|0f385c|1a65a6)/i);
});

test('the styles fetch nothing and hold nothing that the content policy forbids', () => {
  expect(css + mirrored).not.toMatch(/url\(|@import|data:/);
});

test('the styles of a page in either direction fit in 18 kB compressed', () => {
  expect(gzipSync(css).length + gzipSync(mirrored).length).toBeLessThan(18_000);
});

test('the right-to-left styles hold only what differs', () => {
  expect(mirrored.length).toBeGreaterThan(1000);
  expect(mirrored.length).toBeLessThan(css.length / 5);
  expect(mirrored).toContain('padding-right');
  expect(mirrored).not.toContain('@font-face');
});

test('a phone number or an email address is typed left to right in every language', () => {
  expect(css).toMatch(/\[type=["']?tel["']?\][^{]*\{ direction: ltr; \}/);
  expect(mirrored).not.toMatch(/direction:/);
});

test('a tick is not mirrored', () => {
  const tick = /\[dir=["']?rtl["']?\] \.govuk-checkboxes__label::after \{[^}]*rotate\(-45deg\)/;
  expect(css).toMatch(tick);
  expect(mirrored).not.toContain('[dir');
});

test('no picture of GOV.UK is served', () => {
  const images = 'node_modules/govuk-frontend/dist/govuk/assets/images';
  const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  const theirs = new Set(readdirSync(images).map((name) => hashOf(join(images, name))));
  const ours = readdirSync('public', { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(ours.length).toBeGreaterThan(0);
  for (const file of ours) expect(theirs).not.toContain(hashOf(join(file.parentPath, file.name)));
});
