const kinds = {
  ...{ Int32Array, Uint16Array, Uint32Array, Float32Array, Float64Array, Uint8Array },
} as const;

type Kind = keyof typeof kinds | 'Buffer';
type Block = InstanceType<(typeof kinds)[keyof typeof kinds]>;
/** Where a block of numbers lies, in bytes from the first of them. */
type Laid = { readonly kind: Kind; readonly at: number; readonly length: number };

/** A value whose blocks of numbers are kept apart from what joins them. */
export type Packed = {
  readonly head: string;
  readonly blocks: readonly Block[];
  /** How many bytes the blocks take, each laid out at a multiple of 8. */
  readonly size: number;
};

const WIDEST = 8;
export const roundedUp = (bytes: number): number => Math.ceil(bytes / WIDEST) * WIDEST;

/** Takes apart a value made of typed arrays, maps and what JSON knows. */
export function packBlocks(value: unknown): Packed {
  const blocks: Block[] = [];
  let size = 0;
  const lay = (block: Block): { readonly $block: Laid } => {
    const laid = { kind: kindOf(block), at: size, length: block.length };
    blocks.push(block);
    size += roundedUp(block.byteLength);
    return { $block: laid };
  };
  const head = JSON.stringify(value, function (this: Record<string, unknown>, key) {
    // A Buffer would come as what its `toJSON` gives.
    const own = this[key];
    if (own instanceof Map) return { $map: [...own] };
    return isBlock(own) ? lay(own) : own;
  });
  return { head, blocks, size };
}

/** Puts it together again; the blocks are views of `memory`, where the first lies at `first`. */
export function unpackBlocks(head: string, memory: ArrayBuffer, first: number): unknown {
  return JSON.parse(head, (_, own: unknown) => {
    if (typeof own !== 'object' || own === null) return own;
    if ('$map' in own) return new Map(own.$map as Iterable<[unknown, unknown]>);
    if (!('$block' in own)) return own;
    const { kind, at, length } = own.$block as Laid;
    return kind === 'Buffer'
      ? Buffer.from(memory, first + at, length)
      : new kinds[kind](memory, first + at, length);
  });
}

const isBlock = (value: unknown): value is Block => ArrayBuffer.isView(value);

function kindOf(block: Block): Kind {
  if (Buffer.isBuffer(block)) return 'Buffer';
  const name = block.constructor.name;
  if (!(name in kinds)) throw new TypeError(`A ${name} cannot be packed`);
  return name as Kind;
}
