import { onTestFinished, vi } from 'vitest';

/** Stops the clock at an ordinary morning, for one test. */
export function setClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T09:00:00Z') });
  onTestFinished(() => void vi.useRealTimers());
}

export const later = (seconds: number): void => {
  vi.setSystemTime(Date.now() + seconds * 1000);
};
