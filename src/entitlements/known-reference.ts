import type { Reference } from './figures.ts';
import { readReference } from './read-reference.ts';

let known: Reference | undefined;

/** `readReference`, read once for the process: its files are a part of the program. */
export const knownReference = (): Reference => (known ??= readReference());
