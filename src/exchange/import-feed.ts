import { existsSync } from 'node:fs';
import type { Tx } from '#db/open-database.ts';
import { inTransaction } from '#platform/transaction.ts';
import { authorityKey } from './authority-names.ts';
import { textAt } from './feed-element.ts';
import { readRegistration, type FeedFacts } from './feed-registration.ts';
import { refuse, type ImportOutcome } from './import-refusal.ts';
import { fileFacts, type ImportCtx, type Progress } from './import-report-store.ts';
import type { ImportReport } from './import-report.ts';
import { postcodeAreas } from './postcode-area-store.ts';
import { readElements, XmlProblem, type Element } from './read-xml.ts';
import { openIntake, type Intake } from './registration-intake.ts';

export type FeedOptions = {
  /** Refuses the feed of another authority. */
  readonly authority?: string;
  /** ISO day; else that of the feed itself. */
  readonly asAt?: string;
  readonly onProgress?: Progress;
};

const root = 'OfstedChildcareRegisterLocalAuthorityExtract';

/**
 * Brings one authority's registrations to what Ofsted's feed for councils says (XML), in one
 * transaction. The same feed again changes nothing; what is gone from it is marked left. A feed with
 * no registrations is refused: it would mark all of them left.
 */
export function importFeed(
  ctx: ImportCtx,
  file: string,
  options: FeedOptions = {},
): ImportOutcome<ImportReport> {
  if (!existsSync(file)) return refuse({ code: 'file-not-found', file });
  try {
    return inTransaction(ctx.db, (tx) => takeFeed(tx, ctx, file, options));
  } catch (error) {
    if (error instanceof XmlProblem) return refuse({ code: 'broken-xml', detail: error.message });
    throw error;
  }
}

function takeFeed(
  tx: Tx,
  ctx: ImportCtx,
  file: string,
  options: FeedOptions,
): ImportOutcome<ImportReport> {
  let reading: Reading | null = null;
  let count = 0;
  for (const element of readElements(file, root)) {
    if (element.name === 'Extract') {
      const feed = feedFacts(element, options);
      if (!feed.ok) return feed;
      reading = openReading(tx, ctx, file, feed.value);
    } else if (element.name === 'Registration') {
      if (reading === null) return refuse({ code: 'missing-element', element: 'Extract' });
      reading.take(element);
      count += 1;
      if (count % 500 === 0) options.onProgress?.({ rows: count, share: 0 });
    }
  }
  if (reading === null) return refuse({ code: 'missing-element', element: 'Extract' });
  return count === 0 ? refuse({ code: 'no-rows' }) : reading.close();
}

function feedFacts(extract: Element, options: FeedOptions): ImportOutcome<FeedFacts> {
  const authority = textAt(extract, 'LocalAuthority', 'LocalAuthorityName');
  const asAt = options.asAt ?? textAt(extract, 'ExtractDateTime').slice(0, 10);
  if (authority === '') return refuse({ code: 'missing-element', element: 'LocalAuthorityName' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asAt))
    return refuse({ code: 'missing-element', element: 'ExtractDateTime' });
  const wanted = options.authority ?? authority;
  return authorityKey(wanted) === authorityKey(authority)
    ? { ok: true, value: { authority, asAt } }
    : refuse({ code: 'authority-not-in-file', authority: wanted, present: [authority] });
}

type Reading = {
  readonly take: (element: Element) => void;
  readonly close: () => ImportOutcome<ImportReport>;
};

function openReading(tx: Tx, ctx: ImportCtx, file: string, feed: FeedFacts): Reading {
  const { authority, asAt } = feed;
  const intake = openIntake(tx, ctx, { by: 'feed', asAt, isSample: false });
  const areaOf = postcodeAreas(tx);
  const leftOut: Record<string, number> = {};
  const isCovered = (one: { readonly authority: string }) =>
    authorityKey(one.authority) === authorityKey(authority);
  return {
    take: (element) => {
      const read = readRegistration(element, feed, areaOf);
      if (read.ok && 'aside' in read) leftOut[read.aside] = (leftOut[read.aside] ?? 0) + 1;
      else take(intake, element, read);
    },
    close: () => {
      const { fileName } = fileFacts(ctx, file, asAt);
      return intake.close({ kind: 'feed', fileName, asAt, authority, leftOut }, isCovered);
    },
  };
}

function take(
  intake: Intake,
  element: Element,
  read: Exclude<ReturnType<typeof readRegistration>, { readonly aside: string }>,
): void {
  const at = { line: element.line, subject: textAt(element, 'ReferenceNumber') };
  if (!read.ok) {
    if (read.id !== null) intake.keep(read.id);
    intake.refuse({ ...at, reason: read.reason });
  } else if (intake.has(read.said.id))
    intake.refuse({ ...at, reason: 'this URN is in the file more than once' });
  else intake.take(read.said);
}
