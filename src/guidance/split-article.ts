export type SplitArticle = {
  readonly front: Readonly<Record<string, unknown>>;
  readonly body: string;
};

/**
 * A guidance file as its fields and its Markdown. Fields are one line each: a text, a `[list]`, a
 * number or a truth. Throws when the file has no fields: such a file is a bug, not an answer.
 */
export function splitArticle(file: string): SplitArticle {
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/su.exec(file) ?? [];
  if (head === undefined || body === undefined) throw new Error('A guidance file has no fields');
  const front = Object.fromEntries(head.split('\n').map(readField));
  return { front, body: body.trim() };
}

function readField(line: string): readonly [string, unknown] {
  const at = line.indexOf(': ');
  if (at < 1) throw new Error(`Not a field of a guidance file: ${line}`);
  return [line.slice(0, at), readValue(line.slice(at + 2).trim())];
}

function readValue(text: string): unknown {
  if (!text.startsWith('[')) return readSingle(text);
  const inner = text.slice(1, -1).trim();
  return inner === '' ? [] : inner.split(',').map((item) => readSingle(item.trim()));
}

function readSingle(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?\d+$/u.test(text)) return Number(text);
  return text.replace(/^'(.*)'$/u, '$1').replaceAll("''", "'");
}
