export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'letter'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'picture'; readonly alt: string; readonly src: string };

/** A heading (none before the first) with what stands under it: what falls back to English whole. */
export type Section = { readonly heading: string | undefined; readonly blocks: readonly Block[] };

/**
 * The body of a guidance file as blocks. Only the Markdown the articles use is understood: headings
 * of level 2 and 3, paragraphs, lists, a quoted letter, and a picture on a line of its own. Texts
 * keep their `**bold**`, `[links](/…)` and `{placeholders}`.
 */
export const blocksOf = (body: string): readonly Block[] =>
  body
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readBlock);

function readBlock(part: string): Block {
  const heading = /^(##|###) (.+)$/u.exec(part);
  if (heading)
    return { kind: 'heading', level: heading[1] === '##' ? 2 : 3, text: heading[2] ?? '' };
  const picture = /^!\[(.+)\]\((.+)\)$/u.exec(part);
  if (picture) return { kind: 'picture', alt: picture[1] ?? '', src: picture[2] ?? '' };
  const lines = part.split('\n');
  const item = lines.every((line) => line.startsWith('- ')) ? /^- / : /^\d+\. /u;
  if (lines.every((line) => item.test(line)))
    return {
      kind: 'list',
      ordered: !part.startsWith('-'),
      items: lines.map((l) => l.replace(item, '')),
    };
  if (part.startsWith('>')) return { kind: 'letter', paragraphs: letterParagraphs(lines) };
  return { kind: 'paragraph', text: lines.join(' ') };
}

const letterParagraphs = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/^> ?/u, '')).filter((line) => line !== '');

/** The blocks gathered under their headings of level 2. */
export function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const starts = blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level === 2 ? [at] : [],
  );
  const cuts = [...new Set([0, ...starts, blocks.length])];
  return cuts.slice(0, -1).map((from, index) => {
    const first = blocks[from];
    const named = first?.kind === 'heading' && first.level === 2 ? first.text : undefined;
    return {
      heading: named,
      blocks: blocks.slice(named === undefined ? from : from + 1, cuts[index + 1]),
    };
  });
}

/** Every text a block shows, a list's items one by one. */
export function textsOf(block: Block): readonly string[] {
  if (block.kind === 'list') return block.items;
  if (block.kind === 'letter') return block.paragraphs;
  return block.kind === 'picture' ? [block.alt] : [block.text];
}
