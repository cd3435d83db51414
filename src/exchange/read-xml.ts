import { SaxesParser } from 'saxes';
import { chunksOf } from './file-encoding.ts';

/** An element with what it holds; names are without their prefixes, texts without padding. */
export type Element = {
  readonly name: string;
  /** Of its start in the file. */
  readonly line: number;
  readonly text: string;
  readonly children: readonly Element[];
};

/** What stands in the way of reading a file as XML. */
export class XmlProblem extends Error {}

type Growing = { name: string; line: number; text: string; children: Growing[] };

/**
 * The elements right under the root of an XML file of any size, one at a time. Throws `XmlProblem`
 * when the file is not whole XML, in its own encoding, with that root.
 */
export function* readElements(file: string, root: string): Generator<Element> {
  const stack: Growing[] = [];
  const done: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    throw new XmlProblem(message);
  });
  parser.on('opentag', ({ name }) => {
    const one = { name: localName(name), line: parser.line, text: '', children: [] };
    if (stack.length === 0 && one.name !== root)
      throw new XmlProblem(`its root is <${one.name}>, not <${root}>`);
    stack.at(-1)?.children.push(one);
    stack.push(one);
  });
  const keepText = (text: string) => {
    const open = stack.at(-1);
    if (open && stack.length > 1) open.text += text;
  };
  parser.on('text', keepText);
  parser.on('cdata', keepText);
  parser.on('closetag', () => {
    const one = stack.pop();
    if (!one || stack.length !== 1) return;
    done.push(trimmed(one));
    stack[0]?.children.pop();
  });
  for (const text of decoded(file)) {
    parser.write(text);
    yield* done.splice(0);
  }
  parser.close();
  yield* done.splice(0);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const trimmed = ({ name, line, text, children }: Growing): Element => ({
  ...{ name, line, text: text.trim() },
  children: children.map(trimmed),
});

function* decoded(file: string): Generator<string> {
  let decoder: TextDecoder | null = null;
  for (const chunk of chunksOf(file)) {
    decoder ??= decoderFor(chunk);
    yield orProblem(() => decoder?.decode(chunk, { stream: true }) ?? '');
  }
  yield orProblem(() => decoder?.decode() ?? '');
}

/** By the encoding that the file declares; UTF-8 when it declares none. */
function decoderFor(start: Uint8Array): TextDecoder {
  const declaration = Buffer.from(start.subarray(0, 200)).toString('latin1');
  const label = /encoding\s*=\s*["']([\w-]+)["']/.exec(declaration)?.[1] ?? 'utf-8';
  return orProblem(() => new TextDecoder(label, { fatal: true }));
}

function orProblem<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_ENCODING'))
      throw new XmlProblem('it is not in the encoding that it declares');
    throw error;
  }
}
