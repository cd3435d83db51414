import type { Browser, CDPSession } from '@playwright/test';

/** Bytes over the wire by kind of resource, such as `Document` or `Font`: heads and bodies. */
export type Weight = ReadonlyMap<string, number>;
/** A phone of a few years ago on a slow connection: Lighthouse's "slow 4G", with nothing kept. */
const slow = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const slowdown = 4;
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true };
const longest = 15_000;

export type FirstVisit = {
  readonly weight: Weight;
  /** Milliseconds from asking to the first paint, and to the first result in view. */
  readonly painted: number;
  /** Undefined when no result is in view without scrolling. */
  readonly inView: number | undefined;
};

/** Opens an address as a browser that was never there, on a slow phone. `result` selects a result. */
export async function visitFirst(
  browser: Browser,
  url: string,
  result: string,
): Promise<FirstVisit> {
  const context = await browser.newContext({ ...phone, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const weight = await weigh(session);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await session.send('Network.emulateNetworkConditions', slow);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(watchFor, { result, longest });
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    const seen = await page.waitForFunction(
      () => (globalThis as { seen?: { painted: number; inView: number | null } }).seen,
      undefined,
      { timeout: 60_000 },
    );
    const { painted, inView } = (await seen.jsonValue()) ?? { painted: Number.NaN, inView: null };
    return { weight, painted, inView: inView ?? undefined };
  } finally {
    await context.close();
  }
}

async function weigh(session: CDPSession): Promise<Weight> {
  const weight = new Map<string, number>();
  const kinds = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    weight.set(kind, (weight.get(kind) ?? 0) + encodedDataLength);
  });
  await session.send('Network.enable');
  return weight;
}

/** Runs in the page: notes when something has been painted and a result stands in the window. */
function watchFor({ result, longest }: { result: string; longest: number }): void {
  const look = () => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    const box = document.querySelector(result)?.getBoundingClientRect();
    const isInView = box !== undefined && box.height > 0 && box.top < innerHeight;
    if (painted !== undefined && (isInView || performance.now() > longest)) {
      const inView = isInView ? performance.now() : null;
      Object.assign(globalThis, { seen: { painted, inView } });
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
