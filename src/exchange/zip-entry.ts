import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** What stands in the way of reading a file as an archive. */
export class ArchiveProblem extends Error {}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const longestComment = 0xffff;

type Entry = {
  readonly method: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly at: number;
};

/** The bytes of one entry of a ZIP archive as they come; throws `ArchiveProblem` when it has none. */
export async function* unzipped(file: string, name: string): AsyncGenerator<Buffer> {
  const { method, start, size } = locate(file, name);
  const source = createReadStream(file, { start, end: start + Math.max(size, 1) - 1 });
  if (method !== 0 && method !== 8) throw new ArchiveProblem('it is packed in an unusual way');
  const bytes = method === 0 ? source : pipeline(source, createInflateRaw(), () => undefined);
  try {
    for await (const chunk of bytes) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (error) {
    throw new ArchiveProblem(error instanceof Error ? error.message : 'it is damaged');
  }
}

/** Where the packed bytes of an entry begin, behind its own header. */
function locate(file: string, name: string) {
  const descriptor = openSync(file, 'r');
  try {
    const entry = findEntry(descriptor, name);
    if (entry === null) throw new ArchiveProblem(`it has no ${name}`);
    const header = bytesAt(descriptor, entry.at, 30);
    const start = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    return { ...entry, start };
  } catch (error) {
    throw error instanceof RangeError ? new ArchiveProblem('it is cut off') : error;
  } finally {
    closeSync(descriptor);
  }
}

function findEntry(descriptor: number, name: string): Entry | null {
  const { size } = fstatSync(descriptor);
  const from = Math.max(0, size - endBytes - longestComment);
  const tail = bytesAt(descriptor, from, size - from);
  const end = tail.lastIndexOf(signature(endSignature));
  if (end < 0) throw new ArchiveProblem('it is cut off');
  const list = bytesAt(descriptor, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  let at = 0;
  while (at < list.length && list.readUInt32LE(at) === entrySignature) {
    const lengths = [28, 30, 32].map((offset) => list.readUInt16LE(at + offset));
    const [nameLength = 0] = lengths;
    if (list.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const [method, packed] = [list.readUInt16LE(at + 10), list.readUInt32LE(at + 20)];
      return { method, size: packed, at: list.readUInt32LE(at + 42) };
    }
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return null;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function bytesAt(descriptor: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, at));
}
