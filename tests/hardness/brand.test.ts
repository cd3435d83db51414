import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder, startSite } from '../support/site.ts';

test('a council’s name, colour and logo are on the page and are served', async () => {
  const folder = newFolder();
  const logo = join(folder, 'logo.svg');
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="4"></svg>';
  writeFileSync(logo, picture);
  const site = await startSite({
    folder,
    environment: {
      SAMPLE_AREA: 'none',
      LOGO_FILE: logo,
      COUNCIL_NAME: 'Oakshire Council',
      BRAND_COLOUR: '#5a1e6b',
    },
  });
  try {
    const page = await (await fetch(site.url)).text();
    const [, source = ''] =
      /<img class="fis-logo" src="([^"]+)" alt="Oakshire Council"/.exec(page) ?? [];
    const served = await fetch(new URL(source, site.url));
    expect(served.headers.get('content-type')).toContain('image/svg+xml');
    expect(await served.text()).toBe(picture);
    expect(await (await fetch(`${site.url}/brand.css`)).text()).toContain('--brand:#5a1e6b');
  } finally {
    await site.stop();
  }
});
