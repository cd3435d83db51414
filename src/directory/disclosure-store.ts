import { eq } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { serviceAtLocation } from '#db/schema/directory.ts';
import type { Disclosure } from './change-disclosure.ts';

/** What the council hides of a record; null when there is no such record. */
export const findDisclosure = (tx: Tx, id: string): Disclosure | null =>
  tx
    .select({
      name: serviceAtLocation.hidesName,
      address: serviceAtLocation.hidesAddress,
      contact: serviceAtLocation.hidesContact,
      all: serviceAtLocation.optedOut,
    })
    .from(serviceAtLocation)
    .where(eq(serviceAtLocation.id, id))
    .get() ?? null;

export function saveDisclosure(tx: Tx, id: string, hidden: Disclosure): void {
  const { name, address, contact, all } = hidden;
  tx.update(serviceAtLocation)
    .set({ hidesName: name, hidesAddress: address, hidesContact: contact, optedOut: all })
    .where(eq(serviceAtLocation.id, id))
    .run();
}
