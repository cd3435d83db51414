import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { serviceAtLocation } from '#db/schema/directory.ts';
import { sitemapIndex, sitemapPage } from '#directory/make-sitemap.ts';
import { addPlace } from '../support/place.ts';
import { openTestApp } from '../support/test-app.ts';

test('the sitemap names each page in every language, and no place that is hidden', () => {
  const app = openTestApp();
  for (const id of ['ey100001', 'ey100002', 'ey100003', 'ey100004']) addPlace(app, id);
  const hide = (id: string, change: Partial<typeof serviceAtLocation.$inferInsert>) =>
    app.db.update(serviceAtLocation).set(change).where(eq(serviceAtLocation.id, id)).run();
  hide('ey100002', { withheld: true });
  hide('ey100003', { optedOut: true });
  hide('ey100004', { leftOn: '2026-11-01' });
  const places = sitemapPage(app, 1, []) ?? '';
  expect(places).toContain(`${app.settings.publicUrl}/provider/ey100001<`);
  expect(places).toContain(`hreflang="ur" href="${app.settings.publicUrl}/ur/provider/ey100001"`);
  expect(places).not.toMatch(/ey10000[234]/);
  expect(sitemapPage(app, 0, ['/find'])).toContain(`${app.settings.publicUrl}/find<`);
  expect(sitemapPage(app, 2, [])).toBeNull();
  expect(sitemapIndex(app).match(/<sitemap>/g)).toHaveLength(2);
});
