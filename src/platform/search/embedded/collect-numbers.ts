/** A list of whole numbers that grows, in half the memory of an array. */
export type NumberCollector = {
  readonly add: (number: number) => void;
  readonly size: () => number;
  readonly all: () => Uint32Array;
};

export function collectNumbers(): NumberCollector {
  let room = new Uint32Array(1024);
  let size = 0;
  return {
    add: (number) => {
      if (size === room.length) {
        const larger = new Uint32Array(size * 2);
        larger.set(room);
        room = larger;
      }
      room[size] = number;
      size += 1;
    },
    size: () => size,
    all: () => room.subarray(0, size),
  };
}
