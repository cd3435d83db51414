import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';

export type Encoding = 'utf-8' | 'windows-1252';

const chunkBytes = 1 << 18;
/** Bytes that Windows-1252 leaves undefined: a file that has them is in another encoding. */
const undefinedIn1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * How a text file is written: UTF-8 (with or without a byte order mark), else Windows-1252. A file
 * that is missing, or that can be told to be something else, is refused by name.
 */
export function encodingOf(file: string): ImportOutcome<Encoding> {
  if (!existsSync(file)) return refuse({ code: 'file-not-found', file });
  const utf8 = utf8Check();
  let is1252 = true;
  for (const bytes of chunksOf(file)) {
    if (isZip(bytes)) return wrong('it is a spreadsheet (XLSX or ODS), not CSV');
    if (bytes.includes(0)) return wrong('it is UTF-16 or not text at all');
    utf8.see(bytes);
    is1252 &&= !undefinedIn1252.some((byte) => bytes.includes(byte));
  }
  if (utf8.isWhole()) return taken('utf-8');
  return is1252 ? taken('windows-1252') : wrong('it is neither UTF-8 nor Windows-1252');
}

/** Whether a file is a spreadsheet of today's kinds (XLSX, ODS): a ZIP archive by its first bytes. */
export function isArchive(file: string): boolean {
  for (const bytes of chunksOf(file)) return isZip(bytes);
  return false;
}

/** The bytes of a file, a chunk at a time; a chunk is overwritten by the next. */
export function* chunksOf(file: string): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.alloc(chunkBytes);
  try {
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer))
      yield buffer.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}

const wrong = (found: string) => refuse({ code: 'wrong-encoding', found });

const isZip = ([p, k, three, four]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && three === 3 && four === 4;

/** Sees a text's bytes chunk by chunk, and tells in the end whether all of it was UTF-8. */
function utf8Check() {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isSound = true;
  const decodes = (bytes?: Uint8Array) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
      return true;
    } catch {
      return false;
    }
  };
  return {
    see: (bytes: Uint8Array) => {
      isSound &&= decodes(bytes);
    },
    isWhole: () => isSound && decodes(),
  };
}
