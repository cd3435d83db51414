/** Room to work in, made once: a search leaves nothing in it that the next one reads. */
export type Desk = {
  readonly ordinals: Uint32Array;
  readonly chords: Float64Array;
  /** Miles. */
  readonly detours: Float64Array;
  /** How many of the words a document has had; later, how many its name has not. */
  readonly marks: Uint8Array;
};

/** A desk for an index of so many documents. */
export const deskFor = (count: number): Desk => ({
  ordinals: new Uint32Array(count),
  chords: new Float64Array(count),
  detours: new Float64Array(count),
  marks: new Uint8Array(count),
});
