import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { encodings, type Encoding } from './answer.ts';

/** Under this many bytes a compressed answer is hardly smaller, and takes longer. */
export const worthCompressing = 1024;

const isText =
  /^(?:text\/|image\/svg|application\/(?:[\w.+-]*json|javascript|xml|[\w.-]+\+xml|manifest))/;

/** True for a content type that compresses well. */
export const compressesWell = (contentType: string): boolean => isText.test(contentType);

const brotliOptions = (quality: number, size: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  },
});
const brotliAsync = promisify<Buffer, object, Buffer>(brotliCompress);
const gzipAsync = promisify<Buffer, object, Buffer>(gzip);

/** Compresses a page as it is asked for: quick rather than small. */
export function compressNow(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br'
    ? brotliAsync(body, brotliOptions(4, body.length))
    : gzipAsync(body, { level: 6 });
}

/** Compresses a file once, when the server starts: as small as is worth the wait. */
export function compressBeforehand(body: Buffer): Record<Encoding, Buffer> {
  return {
    br: brotliCompressSync(body, brotliOptions(9, body.length)),
    gzip: gzipSync(body, { level: 9 }),
  };
}

/** The best encoding that an `Accept-Encoding` header allows; undefined for none. */
export function chooseEncoding(accept: string | undefined): Encoding | undefined {
  const weights = new Map((accept ?? '').split(',').map(readWeight));
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? 0;
  return encodings
    .filter((encoding) => weightOf(encoding) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a))[0];
}

function readWeight(part: string): readonly [string, number] {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  return [name, given === undefined ? 1 : Number(given.slice(2)) || 0];
}
