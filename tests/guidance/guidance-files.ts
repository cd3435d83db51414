import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitArticle, type SplitArticle } from '#guidance/split-article.ts';

export const contentFolder = join(import.meta.dirname, '../../content');

export type GuidanceFile = SplitArticle & { readonly slug: string; readonly path: string };

/** Every guidance file that a pattern below `content/guidance` finds, in order. */
export const guidanceFiles = (pattern: string): readonly GuidanceFile[] =>
  globSync(pattern, { cwd: join(contentFolder, 'guidance') })
    .sort()
    .map((path) => ({
      path,
      slug: /([^/\\]+)\.md$/u.exec(path)?.[1] ?? '',
      ...splitArticle(readFileSync(join(contentFolder, 'guidance', path), 'utf8')),
    }));
