import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gzip,
  gzipSync,
} from 'node:zlib';
import { encodings, type Compressed, type Encoding } from './answer.ts';

/** Under this many bytes a compressed answer is hardly smaller, and takes longer. */
export const worthCompressing = 1024;

const isText =
  /^(?:text\/|image\/svg|application\/(?:[\w.+-]*json|javascript|xml|[\w.-]+\+xml|manifest))/;

/** True for a content type that compresses well. */
export const compressesWell = (contentType: string): boolean => isText.test(contentType);

/** A window no wider than the text: brotli clears the whole of it for each. */
const windowFor = (size: number): number => Math.min(22, Math.max(16, Math.ceil(Math.log2(size))));

const brotliOptions = (quality: number, size: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(size),
  },
});
const brotliAsync = promisify<Buffer, object, Buffer>(brotliCompress);
const gzipAsync = promisify<Buffer, object, Buffer>(gzip);

/** Up to this many bytes, compressing takes less than handing the work to another thread. */
const handedOver = 128 * 1024;

/** Compresses a page as it is asked for: quick rather than small. */
export function compressNow(body: Buffer, encoding: Encoding): Buffer | Promise<Buffer> {
  const brotli = brotliOptions(4, body.length);
  const zip = { level: 6 };
  if (body.length > handedOver)
    return encoding === 'br' ? brotliAsync(body, brotli) : gzipAsync(body, zip);
  return encoding === 'br' ? brotliCompressSync(body, brotli) : gzipSync(body, zip);
}

/** A body of which only the compressed forms are kept. */
export type PackedBody = {
  /** What the first form takes. */
  readonly bytes: number;
  readonly unpack: () => Buffer;
  readonly compressed: Compressed;
};

/**
 * Packs a page that will be asked for again: brotli at once, gzip when it is first asked for, of which
 * `made` hears the bytes. The page itself is six times as large and hardly ever asked for: nothing
 * that is kept may refer to it.
 */
export function packBody(body: Buffer, made: (bytes: number) => void): PackedBody {
  return body.length < worthCompressing
    ? { bytes: body.length, unpack: () => body, compressed: () => undefined }
    : unpackable(alone(brotliCompressSync(body, brotliOptions(4, body.length))), made);
}

function unpackable(packed: Buffer, made: (bytes: number) => void): PackedBody {
  const unpack = () => brotliDecompressSync(packed);
  let zipped: Promise<Buffer> | undefined;
  const zip = async () => {
    const small = alone(await compressNow(unpack(), 'gzip'));
    made(small.length);
    return small;
  };
  return {
    ...{ bytes: packed.length, unpack },
    compressed: (encoding) => (encoding === 'br' ? packed : (zipped ??= zip())),
  };
}

/** Node hands out parts of larger buffers, which stay whole in memory for as long as a part is kept. */
function alone(part: Buffer): Buffer {
  const whole = Buffer.allocUnsafeSlow(part.length);
  part.copy(whole);
  return whole;
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
