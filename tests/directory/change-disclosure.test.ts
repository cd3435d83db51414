import { expect, test } from 'vitest';
import { auditEntry } from '#db/schema/platform.ts';
import { changeDisclosure } from '#directory/change-disclosure.ts';
import { directoryVersionOf } from '#directory/directory-version-store.ts';
import { getProvider } from '#directory/provider-store.ts';
import type { Actor } from '#platform/context.ts';
import { addPlace } from '../support/place.ts';
import { openTestApp } from '../support/test-app.ts';

const system: Actor = { kind: 'system' };

test('what the council hides goes from the page, is on record, and comes back', () => {
  const app = openTestApp();
  const ctx = { ...app, actor: system };
  const id = addPlace(app, 'ey1');
  const version = directoryVersionOf(app.db);
  const result = changeDisclosure(ctx, { id, parts: ['name', 'contact'], hide: true });
  expect(result).toEqual({
    ok: true,
    value: { name: true, address: false, contact: true, all: false },
  });
  expect(getProvider(app.db, id)).toMatchObject({ name: null, contacts: [] });
  expect(directoryVersionOf(app.db)).toBe(version + 1);
  expect(app.db.select().from(auditEntry).all().at(-1)).toMatchObject({
    ...{ action: 'provider-hidden', object: 'provider:ey1', fields: ['name', 'contact'] },
  });

  changeDisclosure(ctx, { id, parts: ['all'], hide: true });
  expect(getProvider(app.db, id)).toBeNull();
  changeDisclosure(ctx, { id, parts: ['all'], hide: false });
  changeDisclosure(ctx, { id, parts: ['name', 'address', 'contact'], hide: false });
  expect(getProvider(app.db, id)).toMatchObject({ name: 'Nursery ey1' });
  expect(app.db.select().from(auditEntry).all().at(-1)).toMatchObject({
    ...{ action: 'provider-shown', fields: ['name', 'contact'] },
  });
});

test('what is hidden already changes nothing and leaves no trace', () => {
  const app = openTestApp();
  const ctx = { ...app, actor: system };
  const id = addPlace(app, 'ey1');
  changeDisclosure(ctx, { id, parts: ['all'], hide: true });
  const entries = app.db.select().from(auditEntry).all().length;
  const version = directoryVersionOf(app.db);
  expect(changeDisclosure(ctx, { id, parts: ['all'], hide: true })).toMatchObject({ ok: true });
  expect(app.db.select().from(auditEntry).all()).toHaveLength(entries);
  expect(directoryVersionOf(app.db)).toBe(version);
});

test('only the command line, a manager or an administrator may, and only of what is there', () => {
  const app = openTestApp();
  const id = addPlace(app, 'ey1');
  const ask = (actor: Actor, asked = id) =>
    changeDisclosure({ ...app, actor }, { id: asked, parts: ['all'], hide: true });
  const staff = (role: 'broker' | 'manager') =>
    ({ kind: 'staff', id: 's', name: 'S', role }) as const;
  for (const actor of [{ kind: 'public' } as const, staff('broker')])
    expect(ask(actor)).toEqual({ ok: false, problem: 'not-allowed' });
  expect(ask(staff('manager'), 'ey2')).toEqual({ ok: false, problem: 'not-found' });
  expect(getProvider(app.db, id)).not.toBeNull();
  expect(ask(staff('manager')).ok).toBe(true);
});
