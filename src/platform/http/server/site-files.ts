import type { Answer } from './answer.ts';
import type { ServerOptions } from './server-options.ts';
import { fileAnswer, loadStaticFiles } from './static-files.ts';

/** Every file the site serves from memory: Astro's, and the council's colours and logo. */
export function siteFiles(
  options: Pick<ServerOptions, 'clientDir' | 'brandCss' | 'logo'>,
): ReadonlyMap<string, Answer> {
  const { logo } = options;
  return new Map([
    ...loadStaticFiles(options.clientDir),
    ['/brand.css', fileAnswer('/brand.css', Buffer.from(options.brandCss))] as const,
    ...(logo
      ? [['/brand-logo', fileAnswer('/brand-logo', logo.body, logo.contentType)] as const]
      : []),
  ]);
}
