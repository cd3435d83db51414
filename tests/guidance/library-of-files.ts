import { libraryOf, type Library } from '#guidance/library.ts';
import { guidanceFiles } from './guidance-files.ts';

/** The library as the site has it. */
export const realLibrary = (): Library =>
  libraryOf(
    guidanceFiles('**/*.md').map(({ path, front, body }) => ({
      id: path.replace(/\.md$/u, ''),
      data: front,
      body,
    })),
  );
