/** When to stop asking what does not answer, and when to try again. */
export type BreakerRules = {
  /** Failures in a row until it is left alone. */
  readonly failures: number;
  /** Milliseconds that it is then left alone, before one may try. */
  readonly pause: number;
};

/** `now` in milliseconds, from any beginning. */
export function openBreaker({ failures, pause }: BreakerRules, now: () => number) {
  let failed = 0;
  let mayTryAt = 0;
  const isOpen = () => failed >= failures;
  return {
    isOpen,
    /** While open: true once a pause, for whoever is to try. */
    mayTry: (): boolean => {
      if (now() < mayTryAt) return false;
      mayTryAt = now() + pause;
      return true;
    },
    /** Gives whether this closed it. */
    succeeded: (): boolean => {
      const wasOpen = isOpen();
      failed = 0;
      return wasOpen;
    },
    /** Gives whether this opened it. */
    failed: (): boolean => {
      const wasOpen = isOpen();
      failed += 1;
      mayTryAt = now() + pause;
      return isOpen() && !wasOpen;
    },
  };
}
