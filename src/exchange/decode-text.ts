import { refuse, taken, type ImportOutcome } from './import-refusal.ts';

/** Bytes that Windows-1252 leaves undefined: a file that has them is in another encoding. */
const undefinedIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The text of a file: UTF-8 (with or without a byte order mark), else Windows-1252. Anything else
 * that can be told apart is refused by name.
 */
export function decodeText(bytes: Uint8Array): ImportOutcome<string> {
  const other = otherFormat(bytes);
  if (other !== null) return refuse({ code: 'wrong-encoding', found: other });
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return taken(utf8);
  if (bytes.some((byte) => undefinedIn1252.has(byte))) {
    return refuse({ code: 'wrong-encoding', found: 'it is neither UTF-8 nor Windows-1252' });
  }
  return taken(new TextDecoder('windows-1252').decode(bytes));
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function otherFormat(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) return 'it is a spreadsheet (XLSX or ODS), not CSV';
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (utf16 || bytes.includes(0)) return 'it is UTF-16 or not text at all';
  return null;
}
