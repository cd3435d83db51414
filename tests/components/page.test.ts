import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { beforeAll, expect, test } from 'vitest';
import type { PageFrame } from '#layouts/page-frame.ts';
import Page from '#layouts/Page.astro';
import { addressOf, type Query } from '#platform/http/addresses.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { readSettings } from '#platform/settings/settings.ts';

const settings = readSettings({
  COUNCIL_NAME: 'Anytown Council',
  PUBLIC_URL: 'https://fis.example',
});
const english = openCatalogue('content/locales', ['en']).speak('en');
// A language that reads from the right and that nobody has checked; its words do not matter here.
const unchecked = {
  ...english,
  language: { code: 'ur', endonym: 'اردو', dir: 'rtl', format: 'ur-PK', reviewedOn: null },
} as const;

function frameIn(code: 'en' | 'ur', path = '/find?near=M33'): PageFrame {
  return {
    words: code === 'en' ? english : unchecked,
    settings,
    path,
    href: (to: string, query?: Query) => addressOf(code, to, query),
    languageLinks: [
      {
        code: 'en',
        endonym: 'English',
        dir: 'ltr',
        href: addressOf('en', path),
        current: code === 'en',
        offer: 'Read this page in English',
      },
      {
        code: 'ur',
        endonym: 'اردو',
        dir: 'rtl',
        href: addressOf('ur', path),
        current: code === 'ur',
        offer: 'یہ صفحہ اردو میں پڑھیں',
      },
    ],
    sampleArea: true,
  };
}

const layout: AstroComponentFactory = Page;
let container: AstroContainer;
beforeAll(async () => {
  container = await AstroContainer.create();
});
const render = (props: object, acceptLanguage?: string) =>
  container.renderToString(layout, {
    props: { title: 'Find childcare', ...props },
    slots: { default: '<h1>Hello</h1>' },
    request: new Request('https://fis.example/', {
      headers: acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage },
    }),
  });

test('the title names the page, the service and the council, and an error first', async () => {
  expect(await render(frameIn('en'))).toContain(
    '<title>Find childcare – Family Information Service – Anytown Council</title>',
  );
  expect(await render({ ...frameIn('en'), hasError: true })).toContain(
    '<title>Error: Find childcare –',
  );
});

test('only a right-to-left page pays for right-to-left styles', async () => {
  const sheets = (html: string) => html.match(/rel="stylesheet"/g)?.length;
  expect(sheets(await render(frameIn('en')))).toBe(2);
  const urdu = await render(frameIn('ur'));
  expect(sheets(urdu)).toBe(3);
  expect(urdu).toMatch(/<html lang="ur" dir="rtl"/);
});

test('a translation nobody has checked says so and leads to the same page in English', async () => {
  const notice = english.t('site:translation.text');
  expect(await render(frameIn('en'))).not.toContain(notice);
  const urdu = await render(frameIn('ur'));
  expect(urdu).toContain(notice);
  expect(urdu).toMatch(/<a href="\/find\?near=M33" hreflang="en"/);
});

test('a browser that prefers another language is offered it in that language, and never forced', async () => {
  const offer =
    /<p lang="ur" dir="rtl">\s*<a href="\/ur\/find\?near=M33" hreflang="ur">\s*یہ صفحہ اردو میں پڑھیں/;
  expect(await render(frameIn('en'), 'ur-PK,en;q=0.8')).toMatch(offer);
  for (const preference of [undefined, '', 'en-GB,ur;q=0.5', 'fr', '*']) {
    expect(await render(frameIn('en'), preference)).not.toMatch(offer);
  }
  expect(await render(frameIn('ur'), 'en')).not.toContain('<p lang=');
});

test('made-up data is announced on the page, and real data is not called made up', async () => {
  const notice = english.t('site:sampleArea.text');
  expect(await render(frameIn('en'))).toContain(notice);
  expect(await render({ ...frameIn('en'), sampleArea: false })).not.toContain(notice);
});

test('search engines find each language of a public page and nothing of a private one', async () => {
  const open = await render(frameIn('en', '/find'));
  expect(open).toContain('<link rel="canonical" href="https://fis.example/find"');
  expect(open).toContain('<link rel="alternate" hreflang="ur" href="https://fis.example/ur/find"');
  expect(open).toContain(
    '<link rel="alternate" hreflang="x-default" href="https://fis.example/find"',
  );
  const personal = await render({ ...frameIn('en', '/track/abc'), noindex: true });
  expect(personal).toContain('content="noindex, nofollow"');
  expect(personal).not.toMatch(/rel="canonical"|rel="alternate" hreflang="ur" href="https/);
});

test('a pseudo-language is kept from search engines, and from the pages they read', async () => {
  const frame = frameIn('en', '/find');
  const disguised = { code: 'en-XA', endonym: 'Accented', dir: 'ltr', offer: 'x' } as const;
  const link = { ...disguised, href: '/en-XA/find' };
  const [first, second] = frame.languageLinks;
  const languageLinks = [first, second, { ...link, current: false }];
  expect(await render({ ...frame, languageLinks }, 'en-XA,en')).not.toMatch(
    /rel="alternate" hreflang="en-XA" href="https|<p lang="en-XA"/,
  );
  const words = { ...english, language: { ...unchecked.language, code: 'en-XA' } };
  const page = await render({ ...frame, words, languageLinks });
  expect(page).toContain('content="noindex, nofollow"');
  expect(page).not.toMatch(/rel="canonical"|rel="alternate" hreflang="ur" href="https/);
});

test('every page offers the same help: a phone number that can be dialled, and when it is answered', async () => {
  for (const code of ['en', 'ur'] as const) {
    const html = await render(frameIn(code));
    expect(html).toMatch(/<a href="tel:01614960123" dir="ltr">\s*0161 496 0123\s*<\/a>/);
  }
  expect(await render(frameIn('en'))).toContain('Monday to Friday, 9am to 5pm');
});

test('the place where the reader is, and only that one, is marked', async () => {
  const html = await render(frameIn('ur'));
  expect(html.match(/aria-current="page"/g)).toHaveLength(1);
  expect(html).toMatch(/href="\/ur\/find" aria-current="page"/);
});

test('the page holds no script and no inline style', async () => {
  const html = await render({
    ...frameIn('en'),
    exitHref: '/exit',
    backLink: { href: '/' },
    staff: { name: 'A', signOutHref: '/out' },
  });
  expect(html).not.toMatch(/<script|<style|\sstyle=|javascript:/);
});

test('the button to leave at once is there only when the page asks for it', async () => {
  expect(await render(frameIn('en'))).not.toContain('govuk-exit-this-page');
  expect(await render({ ...frameIn('en'), exitHref: '/exit' })).toContain('href="/exit"');
});
