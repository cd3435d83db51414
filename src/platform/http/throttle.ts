import type { Clock } from '../clock.ts';
import { clientKey } from './client-key.ts';

/** What is counted apart from the rest. */
export type Throttled =
  'start-request' | 'send-request' | 'find-request' | 'message' | 'report' | 'remind';

/** A bucket that holds `most`, and gains one in so many seconds until it is full. */
export type Allowance = { readonly most: number; readonly everySeconds: number };
export type Allowances = { readonly client: Allowance; readonly all: Allowance };

/**
 * Generous to one address, behind which may be a library; and to all together, more than any day has
 * seen. What goes beyond is no family.
 */
export const usualAllowances: Readonly<Record<Throttled, Allowances>> = {
  'start-request': {
    client: { most: 40, everySeconds: 15 },
    all: { most: 600, everySeconds: 0.02 },
  },
  'send-request': {
    client: { most: 15, everySeconds: 60 },
    all: { most: 600, everySeconds: 0.02 },
  },
  'find-request': {
    client: { most: 10, everySeconds: 60 },
    all: { most: 60, everySeconds: 2 },
  },
  message: {
    client: { most: 20, everySeconds: 180 },
    all: { most: 600, everySeconds: 0.1 },
  },
  report: { client: { most: 10, everySeconds: 60 }, all: { most: 60, everySeconds: 60 } },
  remind: { client: { most: 10, everySeconds: 60 }, all: { most: 120, everySeconds: 1 } },
};

/** `waitSeconds` is 0 when it may go on, else how long until it may. */
export type Throttle = {
  readonly take: (what: Throttled, address: string | undefined) => { readonly waitSeconds: number };
};

type Bucket = { readonly left: number; readonly at: number; readonly allowance: Allowance };
/** So many addresses are remembered at once; then those whose buckets are full again are forgotten. */
const mostClients = 10_000;

/**
 * Counts in this process's memory, for each client (an IPv4 address, or the /64 that an IPv6 network
 * gives one home) and for all together. An address of this machine stands for a proxy that says no
 * more, or for the council itself: it counts only among all.
 */
export function openThrottle(
  clock: Clock,
  allowances: Readonly<Record<Throttled, Allowances>> = usualAllowances,
): Throttle {
  const buckets = new Map<string, Bucket>();
  const look = (key: string, allowance: Allowance, now: number) => {
    const kept = buckets.get(key) ?? { left: allowance.most, at: now, allowance };
    return { key, allowance, at: now, left: leftIn(kept, now) };
  };
  return {
    take: (what, address) => {
      const now = clock.now().getTime();
      const { client, all } = allowances[what];
      const who = clientKey(address);
      const asked = [look(what, all, now)];
      if (who !== null) asked.push(look(`${what} ${who}`, client, now));
      const waitSeconds = Math.max(...asked.map(secondsToWait));
      if (waitSeconds > 0) return { waitSeconds };
      for (const { key, left, at, allowance } of asked)
        buckets.set(key, { left: left - 1, at, allowance });
      if (buckets.size > mostClients) forgetFull(buckets, now);
      return { waitSeconds };
    },
  };
}

const leftIn = ({ left, at, allowance }: Bucket, now: number): number =>
  Math.min(allowance.most, left + Math.max(0, now - at) / 1000 / allowance.everySeconds);

const secondsToWait = ({ left, allowance }: Bucket): number =>
  left >= 1 ? 0 : Math.ceil((1 - left) * allowance.everySeconds);

/** Forgets the buckets that are full again; when that is not enough, those that came first. */
function forgetFull(buckets: Map<string, Bucket>, now: number): void {
  for (const [key, bucket] of buckets)
    if (leftIn(bucket, now) >= bucket.allowance.most) buckets.delete(key);
  const tooMany = buckets.size > mostClients ? mostClients / 2 : 0;
  for (const key of [...buckets.keys()].slice(0, tooMany)) buckets.delete(key);
}
