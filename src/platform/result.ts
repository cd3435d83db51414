import type { Problem } from './problem.ts';

export type Success<T> = { readonly ok: true; readonly value: T };
export type Failure<P extends Problem = Problem> = { readonly ok: false; readonly problem: P };
/** What a use case gives back. Expected outcomes are values; only bugs throw. */
export type Result<T, P extends Problem = Problem> = Success<T> | Failure<P>;

export const success = <T>(value: T): Success<T> => ({ ok: true, value });
export const failure = <P extends Problem>(problem: P): Failure<P> => ({ ok: false, problem });
