import { eq } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { serviceAtLocation } from '#db/schema/directory.ts';
import { importFeed } from '#exchange/import-feed.ts';
import { done, realFeed, type Workshop } from './support.ts';

export const feedText = readFileSync(realFeed, 'utf8');
const [opening = '', ...rest] = feedText.split('<Registration>');
const closing = '</OfstedChildcareRegisterLocalAuthorityExtract>';
export const registrations = rest.map((text) => `<Registration>${text.replace(closing, '')}`);

/** A registration of the real layout by its number. */
export function registration(urn: string): string {
  const found = registrations.find((text) =>
    text.includes(`<ReferenceNumber>${urn}</ReferenceNumber>`),
  );
  if (found === undefined) throw new Error(`There is no ${urn}`);
  return found;
}

export const feedOf = (day: string, ...some: readonly string[]): string =>
  `${opening.replace(/<ExtractDateTime>[^<]*/, `<ExtractDateTime>${day}T05:30:00`)}${some.join('\n')}\n${closing}`;

/** Takes a feed of that day with these registrations. */
export const takeFeed = (shop: Workshop, day: string, ...some: readonly string[]) =>
  done(importFeed(shop.ctx, shop.write('feed.xml', feedOf(day, ...some))));

/** A record as it stands, shown or not. */
export const recordOf = (shop: Workshop, id: string) =>
  shop.db.select().from(serviceAtLocation).where(eq(serviceAtLocation.id, id)).get();
