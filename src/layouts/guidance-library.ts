import { getCollection } from 'astro:content';
import { guidanceEntries, libraryOf, type Library } from '#guidance/library.ts';

let library: Promise<Library> | undefined;

/** Everything in `content/guidance`, read once: it changes only with a new build. */
export const guidanceLibrary = (): Promise<Library> => (library ??= readAll());

async function readAll(): Promise<Library> {
  const read = await Promise.all([
    getCollection('guidance'),
    getCollection('guidanceEasy'),
    getCollection('guidanceTranslations'),
  ]);
  return libraryOf(guidanceEntries.parse(read.flat()));
}
