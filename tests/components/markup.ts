import { ELEMENT_NODE, parse, TEXT_NODE, type NodeType } from 'ultrahtml';

/** What two pieces of markup must share: names, attributes in any order, text with its spaces collapsed. */
export type Tree =
  | string
  | {
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly children: readonly Tree[];
    };

type ParsedNode = {
  readonly type: NodeType;
  readonly name: string;
  readonly value: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ParsedNode[];
};

/** Reads markup into trees that can be compared. */
export function treesOf(markup: string): readonly Tree[] {
  const document: ParsedNode = parse(markup);
  return joined(document.children.flatMap(treeOf));
}

function treeOf(node: ParsedNode): readonly Tree[] {
  if (node.type === TEXT_NODE) {
    const text = decoded(node.value).replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [text];
  }
  if (node.type !== ELEMENT_NODE) return [];
  const attributes = Object.entries(node.attributes).map(([name, value]) => [
    name,
    name === 'class' ? value.trim().split(/\s+/).sort().join(' ') : decoded(value),
  ]);
  return [
    {
      name: node.name,
      attributes: Object.fromEntries(attributes.sort()),
      children: joined(node.children.flatMap(treeOf)),
    },
  ];
}

/** Neighbouring texts are one text: a comment or an empty hole may have parted them. */
function joined(trees: readonly Tree[]): readonly Tree[] {
  return trees.reduce<readonly Tree[]>((before, tree) => {
    const last = before.at(-1);
    return typeof last === 'string' && typeof tree === 'string'
      ? [...before.slice(0, -1), `${last} ${tree}`]
      : [...before, tree];
  }, []);
}

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&ctdot;': '⋯',
  '&copy;': '©',
};

const decoded = (text: string): string =>
  text.replace(/&(?:#\d+|\w+);/g, (entity) => entities[entity] ?? entity);
