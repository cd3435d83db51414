import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleAge, oldestReadingAge } from '#guidance/article-age.ts';
import { splitArticle } from '#guidance/split-article.ts';

const folder = join(import.meta.dirname, '../content/guidance');
const articles = globSync('en/**/*.md', { cwd: folder })
  .sort()
  .map((file) => ({
    file,
    ...articleAge(splitArticle(readFileSync(join(folder, file), 'utf8')).body),
  }));
const hard = articles.filter(({ age }) => age > oldestReadingAge);
const oldest = Math.max(0, ...articles.map(({ age }) => age));

for (const { file, age, words } of process.argv.includes('--all') ? articles : hard)
  console.log(`${age.toFixed(1)}  ${String(words).padStart(4)} words  ${file}`);
console.log(
  `${String(articles.length)} articles, hardest for age ${oldest.toFixed(1)}, ${String(hard.length)} above ${String(oldestReadingAge)}`,
);
process.exitCode = hard.length === 0 && articles.length > 0 ? 0 : 1;
