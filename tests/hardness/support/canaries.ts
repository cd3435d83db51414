import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something that must be found nowhere, in every shape in which it could be lying about. */
export type Canary = { readonly name: string; readonly shapes: readonly Buffer[] };

export function canary(name: string, ...texts: readonly string[]): Canary {
  return { name, shapes: texts.flatMap(shapesOf) };
}

function shapesOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text);
  const percent = encodeURIComponent(text);
  const plain = [
    text,
    text.toLowerCase(),
    text.toUpperCase(),
    percent,
    percent.replaceAll('%20', '+'),
  ];
  const inBase64 = [0, 1, 2].map((shift) => middleOfBase64(utf8, shift));
  const texts = [...plain, ...inBase64, ...inBase64.map(urlSafe), utf8.toString('hex')];
  return [
    ...[...new Set(texts)].map((shape) => Buffer.from(shape)),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text.normalize('NFD')),
  ];
}

/** What base64 makes of these bytes when `shift` others stand before them, without the edges. */
function middleOfBase64(bytes: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  return whole.slice(shift === 0 ? 0 : shift + 1, -1);
}

const urlSafe = (base64: string) => base64.replaceAll('+', '-').replaceAll('/', '_');

export type Place = { readonly name: string; readonly bytes: Buffer };

/** Every file under a folder. */
export const filesIn = (folder: string): readonly Place[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((name) => ({ name, bytes: readFileSync(name) }));

/** Which canaries sit where. */
export const found = (canaries: readonly Canary[], places: readonly Place[]): readonly string[] =>
  places.flatMap((place) =>
    canaries
      .filter(({ shapes }) => shapes.some((shape) => place.bytes.includes(shape)))
      .map(({ name }) => `${name} in ${place.name}`),
  );
