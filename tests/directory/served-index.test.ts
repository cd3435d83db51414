import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { location, service, serviceAtLocation } from '#db/schema/directory.ts';
import { checkServedIndex } from '#directory/check-served-index.ts';
import { raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { startIndexKeeper } from '#directory/keep-served-index.ts';
import { leaseCursor } from '#directory/search-cursor-store.ts';
import { openServedIndex } from '#directory/served-index.ts';
import {
  isServedCurrent,
  rebuildServedIndex,
  updateServedIndex,
} from '#directory/update-served-index.ts';
import { openMeilisearchStandIn } from '../support/meilisearch-stand-in.ts';
import { addPlace } from '../support/place.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

async function openServed() {
  const standIn = await openMeilisearchStandIn();
  onTestFinished(standIn.close);
  const app = openTestApp();
  addPlace(app, 'elm');
  raiseDirectoryVersion(app.db, ['elm']);
  const served = openServedIndex(standIn.account, app);
  const held = () => [...(standIn.indexes.get('fis')?.documents.keys() ?? [])].toSorted();
  return { standIn, app, served, held };
}

const hide = ({ db }: TestApp, id: string) =>
  db.update(serviceAtLocation).set({ optedOut: true }).where(eq(serviceAtLocation.id, id)).run();

test('the server is told what changed, added or hidden, and only that', async () => {
  const { standIn, app, served, held } = await openServed();
  expect(await updateServedIndex(app, served)).toBe('too-much');
  await rebuildServedIndex(app, served);
  expect(await updateServedIndex(app, served)).toBe('nothing-new');
  addPlace(app, 'oak');
  hide(app, 'elm');
  raiseDirectoryVersion(app.db, ['oak', 'elm']);
  expect(isServedCurrent(app, served)).toBe(false);
  expect(await updateServedIndex(app, served)).toBe('updated');
  expect(isServedCurrent(app, served)).toBe(true);
  expect(held()).toEqual(['oak']);
  expect(standIn.count('POST /indexes/fis/documents')).toBe(1);
});

test('a whole import, a new day and documents made otherwise ask for a rebuild', async () => {
  const { app, served } = await openServed();
  await rebuildServedIndex(app, served);
  raiseDirectoryVersion(app.db, 'many');
  expect(await updateServedIndex(app, served)).toBe('too-much');
  await rebuildServedIndex(app, served);
  app.setTime('2026-11-24T10:00:00Z');
  expect(await updateServedIndex(app, served)).toBe('too-much');
  await rebuildServedIndex(app, served);
  expect(await updateServedIndex(app, { ...served, recipe: 'another' })).toBe('too-much');
});

test('what changes while a rebuild loads is in the index that is swapped in', async () => {
  const { standIn, app, served, held } = await openServed();
  let hasChanged = false;
  standIn.trouble((line) => {
    if (line === 'POST /indexes/fis_next/documents' && !hasChanged) {
      hasChanged = true;
      addPlace(app, 'oak');
      hide(app, 'elm');
      raiseDirectoryVersion(app.db, ['oak', 'elm']);
    }
    return 'none';
  });
  await rebuildServedIndex(app, served);
  expect(held()).toEqual(['oak']);
  expect(isServedCurrent(app, served)).toBe(true);
});

test('one process writes at a time, and another takes over from one that died', async () => {
  const { app, served, held } = await openServed();
  leaseCursor(app.db, 'fis', 'a process that was killed', app.clock.now());
  expect(await rebuildServedIndex(app, served)).toBe('elsewhere');
  expect(await updateServedIndex(app, served)).toBe('elsewhere');
  expect(held()).toEqual([]);
  app.setTime('2026-11-23T10:01:01Z');
  expect(await rebuildServedIndex(app, served)).toBe('updated');
  expect(held()).toEqual(['elm']);
});

test('a failed write leaves the server behind, and is made up for', async () => {
  const { standIn, app, served, held } = await openServed();
  await rebuildServedIndex(app, served);
  addPlace(app, 'oak');
  raiseDirectoryVersion(app.db, ['oak']);
  standIn.failTasks((type) => (type === 'documentAdditionOrUpdate' ? 'internal' : null));
  await expect(updateServedIndex(app, served)).rejects.toThrow('internal');
  expect(isServedCurrent(app, served)).toBe(false);
  standIn.failTasks(() => null);
  expect(await updateServedIndex(app, served)).toBe('updated');
  expect(held()).toEqual(['elm', 'oak']);
});

test('a check says which places differ, and how many are missing', async () => {
  const { standIn, app, served } = await openServed();
  addPlace(app, 'oak');
  addPlace(app, 'yew');
  await rebuildServedIndex(app, served);
  const documents = standIn.indexes.get('fis')?.documents;
  documents?.delete('oak');
  documents?.set('yew', { ...documents.get('yew'), words: 'something else' });
  const found = await checkServedIndex(app, served, 10, () => 0);
  expect(found).toEqual({ expected: 3, found: 2, compared: 3, differing: ['oak', 'yew'] });
});

test('the keeper brings the server up and keeps it there; what fails is said once', async () => {
  const { standIn, app, served, held } = await openServed();
  const said: string[] = [];
  const note = (event: string) => void said.push(event);
  const log = { info: note, warn: note, error: note };
  const keeper = startIndexKeeper(
    { ...app, log },
    {
      served,
      rebuild: async () => {
        await rebuildServedIndex(app, served);
      },
      times: { between: 20, afterFailure: 20, betweenChecks: 60 },
    },
  );
  await expect.poll(held).toEqual(['elm']);
  addPlace(app, 'oak');
  raiseDirectoryVersion(app.db, ['oak']);
  await expect.poll(held).toEqual(['elm', 'oak']);
  standIn.failTasks((type) => (type === 'documentAdditionOrUpdate' ? 'internal' : null));
  addPlace(app, 'yew');
  raiseDirectoryVersion(app.db, ['yew']);
  await expect.poll(() => said).toEqual(['search server not kept up']);
  standIn.failTasks(() => null);
  await expect.poll(held).toEqual(['elm', 'oak', 'yew']);
  standIn.indexes.clear();
  await expect
    .poll(held, { message: 'a server that lost everything is filled again' })
    .toHaveLength(3);
  await keeper.stop();
  expect(said).toEqual(['search server not kept up', 'search server is kept up again']);
});

test('a keeper that is stopped waits for no answer', async () => {
  const { standIn, app } = await openServed();
  const ending = new AbortController();
  const served = openServedIndex(standIn.account, app, ending.signal);
  await rebuildServedIndex(app, served);
  addPlace(app, 'oak');
  raiseDirectoryVersion(app.db, ['oak']);
  standIn.trouble(() => 'silent');
  const asked = standIn.requests.length;
  const keeper = startIndexKeeper(app, { served, ending, rebuild: () => Promise.resolve() });
  await expect.poll(() => standIn.requests.length).toBeGreaterThan(asked);
  const began = performance.now();
  await keeper.stop();
  expect(performance.now() - began).toBeLessThan(2000);
  expect(leaseCursor(app.db, 'fis', 'another', app.clock.now()), 'its lease is given back').toBe(
    true,
  );
});

test('the server never gets a word that the public may not read', async () => {
  const { standIn, app, served } = await openServed();
  addHome(app, 'ey300001');
  for (const id of ['hidden', 'withheld', 'left']) {
    addPlace(app, id);
    app.db
      .update(service)
      .set({ name: `Qz${id}` })
      .where(eq(service.id, id))
      .run();
  }
  const set = (id: string, values: Partial<typeof serviceAtLocation.$inferInsert>) =>
    app.db.update(serviceAtLocation).set(values).where(eq(serviceAtLocation.id, id)).run();
  set('hidden', { optedOut: true });
  set('withheld', { withheld: true });
  set('left', { leftOn: '2026-01-01' });
  await rebuildServedIndex(app, served);
  raiseDirectoryVersion(app.db, ['ey300001', 'hidden', 'withheld', 'left']);
  await updateServedIndex(app, served);
  const sent = standIn.requests.map(({ line, body }) => line + body).join('\n');
  expect(sent, 'the home itself is sent').toContain('ey300001');
  expect(sent).not.toMatch(/qz|53\.42123|M33 9QX|m33 9qx/i);
});

/** A childminder who has agreed to nothing. */
function addHome({ db }: TestApp, id: string): void {
  db.insert(service).values({ id, name: 'Qzservicename', kind: 'childminder' }).run();
  db.insert(location)
    .values({
      ...{ id, premises: 'domestic', authority: 'Trafford', name: 'Qzhouse' },
      ...{ outwardPostcode: 'M33', wardCode: 'E1', wardName: 'Qzward' },
      ...{ latitude: 53.42, longitude: -2.32, pointPrecision: 'area' },
    })
    .run();
  db.insert(serviceAtLocation)
    .values({ id, serviceId: id, locationId: id, source: 'ofsted', asAt: '2026-11-01' })
    .run();
}
