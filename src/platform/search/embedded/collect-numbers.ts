type Numbers = Uint32Array | Float64Array;

/** A list of numbers that grows, in less than half the memory of an array. */
export type NumberCollector<Kind extends Numbers> = {
  readonly add: (number: number) => void;
  readonly size: () => number;
  /** NaN beyond the last. */
  readonly at: (place: number) => number;
  /** What there is so far; good until the next is added. */
  readonly all: () => Kind;
};

/** Whole numbers below 2³². */
export const collectNumbers = (): NumberCollector<Uint32Array> =>
  collectIn(
    (length) => new Uint32Array(length),
    (room, size) => room.subarray(0, size),
  );

export const collectFloats = (): NumberCollector<Float64Array> =>
  collectIn(
    (length) => new Float64Array(length),
    (room, size) => room.subarray(0, size),
  );

function collectIn<Kind extends Numbers>(
  make: (length: number) => Kind,
  cut: (room: Kind, size: number) => Kind,
): NumberCollector<Kind> {
  let room = make(256);
  let size = 0;
  return {
    add: (number) => {
      if (size === room.length) {
        const larger = make(size * 2);
        larger.set(room);
        room = larger;
      }
      room[size] = number;
      size += 1;
    },
    size: () => size,
    at: (place) => (place < size ? (room[place] ?? NaN) : NaN),
    all: () => cut(room, size),
  };
}
