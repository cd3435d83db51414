import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/process.ts';

const config = `import node from '@astrojs/node';
export default {
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  compressHTML: true,
  security: { checkOrigin: false },
};
`;

/**
 * Builds an Astro site of pages, rendered for each request, that hold these very bytes of HTML and no
 * code: what Astro itself takes for pages of that size. Each is found by its name. Gives its folder.
 */
export function buildStaticSite(pages: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'static-site-'));
  mkdirSync(join(folder, 'src/pages'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'astro.config.mjs'), config);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const [name, html] of Object.entries(pages)) {
    // A brace begins an expression in an Astro page.
    const text = html.replaceAll('{', '&#123;').replaceAll('}', '&#125;');
    writeFileSync(join(folder, `src/pages/${name}.astro`), `---\n---\n${text}`);
  }
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const built = spawnSync(process.execPath, [astro, 'build', '--silent'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The static site was not built: ${built.stderr}`);
  return folder;
}
