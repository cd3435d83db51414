import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import type { Snapshot } from './build-snapshot.ts';
import { packBlocks, roundedUp, unpackBlocks } from './pack-blocks.ts';

/** What a file begins with; the last figure changes with the shape of `Snapshot`. */
const MARK = Buffer.from('FISINDX3');
/** After the mark: bytes in the whole file, bytes of the head. */
const LENGTHS = 16;
const START = MARK.length + LENGTHS;
/** As much as is read in one go. */
const SLICE = 2 ** 26;

/**
 * Writes a finished index to a file: aside first, then in one step in place of what was there, so
 * that at no moment there is half an index under its name.
 */
export async function writeSnapshot(file: string, snapshot: Snapshot): Promise<void> {
  const { head, blocks, size } = packBlocks(snapshot);
  const headBytes = Buffer.from(head);
  const first = roundedUp(START + headBytes.length);
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeBigUInt64LE(BigInt(first + size), 0);
  lengths.writeBigUInt64LE(BigInt(headBytes.length), 8);
  const aside = asideOf(file);
  const handle = await open(aside, 'w', 0o600);
  try {
    await writeAll(handle, [MARK, lengths, headBytes, padding(START + headBytes.length)]);
    for (const block of blocks) {
      const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
      await writeAll(handle, [bytes, padding(bytes.length)]);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
}

/** Where `writeSnapshot` writes until it has finished; it stays behind when the writer is killed. */
export const asideOf = (file: string): string => `${file}.part`;

/**
 * Reads an index that `writeSnapshot` has written, without keeping the event loop from other work.
 * Throws when there is no file, or when it is half of one or was not written by this version.
 */
export async function readSnapshot(file: string): Promise<Snapshot> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const memory = new ArrayBuffer(size);
    const bytes = Buffer.from(memory);
    for (let at = 0; at < size;) {
      const { bytesRead } = await handle.read(bytes, at, Math.min(SLICE, size - at), at);
      if (bytesRead === 0) throw new Error(`${file} became shorter while it was read`);
      at += bytesRead;
    }
    const head = headOf(file, bytes);
    const first = roundedUp(START + head.length);
    // The mark says that this version has written it.
    return unpackBlocks(head.toString(), memory, first) as Snapshot;
  } finally {
    await handle.close();
  }
}

/** Removes a file that `writeSnapshot` has written, or has begun to write. */
export async function removeSnapshot(file: string): Promise<void> {
  await rm(asideOf(file), { force: true });
  await rm(file, { force: true });
}

function headOf(file: string, bytes: Buffer): Buffer {
  const isOurs = bytes.length >= START && MARK.equals(bytes.subarray(0, MARK.length));
  if (!isOurs) throw new Error(`${file} is no search index of this version`);
  const [whole, head] = [MARK.length, MARK.length + 8].map((at) =>
    Number(bytes.readBigUInt64LE(at)),
  );
  if (whole !== bytes.length) throw new Error(`${file} is not whole`);
  return bytes.subarray(START, START + (head ?? 0));
}

async function writeAll(handle: FileHandle, parts: readonly Buffer[]): Promise<void> {
  for (const part of parts) {
    for (let at = 0; at < part.length;) {
      const { bytesWritten } = await handle.write(part, at, Math.min(SLICE, part.length - at));
      at += bytesWritten;
    }
  }
}

const padding = (bytes: number): Buffer => Buffer.alloc(roundedUp(bytes) - bytes);
