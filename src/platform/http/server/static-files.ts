import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Answer } from './answer.ts';
import { compressBeforehand, compressesWell, worthCompressing } from './compress.ts';
import { strongTag } from './etag.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/** The content type of a file's name; a download when it is unknown. */
export const contentTypeOf = (name: string): string =>
  contentTypes[extname(name).toLowerCase()] ?? 'application/octet-stream';

/** Vite names a built file after its content: `find.Bx8dk3f_.css`. Eight plain letters are a word. */
const builtFile = /^\/assets\/.+\.(?=[\w-]*[A-Z0-9_-])[\w-]{8}\.\w+$/;

/** An answer for one file, tagged and compressed once. `path` is the address it stands at. */
export function fileAnswer(path: string, body: Buffer, contentType = contentTypeOf(path)): Answer {
  const isWorthIt = compressesWell(contentType) && body.length >= worthCompressing;
  const forms = isWorthIt ? compressBeforehand(body) : undefined;
  return {
    status: 200,
    headers: {
      'content-type': contentType,
      'cache-control': builtFile.test(path)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=600',
      etag: strongTag(body),
    },
    body,
    compressed: (encoding) => forms?.[encoding],
  };
}

/**
 * Reads a folder of public files into memory, keyed by the address each stands at. Only these are
 * ever served, so no address can reach another file. Names that start with a dot are left out.
 */
export function loadStaticFiles(folder: string): ReadonlyMap<string, Answer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const addressed = files.map(
    (file) => [`/${relative(folder, file).split(sep).join('/')}`, file] as const,
  );
  return new Map(
    addressed
      .filter(([path]) => !path.includes('/.'))
      .map(([path, file]) => [encodeURI(path), fileAnswer(path, readFileSync(file))]),
  );
}
