import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { articleFront, easyFront, translationFront } from './guidance/article.ts';

const base = './content/guidance';
const generateId = ({ entry }: { readonly entry: string }) => entry.replace(/\.md$/u, '');
const read = (pattern: string | string[]) => glob({ base, pattern, generateId });

/** An entry's id is its path in `content/guidance`: `en/funded-hours`, `en/easy/complaints`. */
export const collections = {
  guidance: defineCollection({ loader: read('en/*.md'), schema: articleFront }),
  guidanceEasy: defineCollection({ loader: read('*/easy/*.md'), schema: easyFront }),
  guidanceTranslations: defineCollection({
    loader: read(['*/*.md', '!en/*.md']),
    schema: translationFront,
  }),
};
