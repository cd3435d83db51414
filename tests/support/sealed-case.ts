import type { brokerageCase } from '#db/schema/brokerage.ts';
import * as brokerage from '#db/schema/brokerage.ts';
import { contactIndex } from '#platform/crypto/blind-index.ts';
import { newDataKey, sealJson, type DataKey } from '#platform/crypto/data-key.ts';
import type { TestApp } from './test-app.ts';

type Row = typeof brokerageCase.$inferInsert;

export const contactOfCase = {
  channel: 'email',
  email: 'amina@example.org',
  phone: '07700 900123',
};

/** A case of which only what was told of the contact matters; its other columns are as given. */
export function insertSealedCase(
  app: TestApp,
  row: Partial<Row> = {},
  told: Readonly<Record<string, unknown>> = {},
): { readonly id: string; readonly reference: string; readonly key: DataKey } {
  const id = row.id ?? app.ids.id();
  const reference = row.reference ?? app.ids.reference();
  const { key, wrapped } = newDataKey(app.keys, id);
  const place = { table: 'brokerage_case', column: 'sealed_family', row: id };
  app.db
    .insert(brokerage.brokerageCase)
    .values({
      ...{ id, reference, status: 'new', version: 1, wrappedKey: wrapped },
      receivedAt: app.clock.now().toISOString(),
      sealedFamily: sealJson(key, place, { language: 'en', contact: contactOfCase, ...told }),
      emailIndex: contactIndex(app.keys, 'email', contactOfCase.email),
      phoneIndex: contactIndex(app.keys, 'phone', contactOfCase.phone),
      ...row,
    })
    .run();
  return { id, reference, key };
}
