import { z } from 'zod';
import type { Site } from '../../support/site.ts';

const line = z.object({ event: z.string(), status: z.number().optional() });

/** What the site's own log says has broken: errors on the way, and answers of 500 and above. */
export const brokenLines = (site: Site) =>
  site
    .output()
    .split('\n')
    .filter((text) => text.startsWith('{'))
    .map((text) => line.parse(JSON.parse(text)))
    .filter(({ event, status = 0 }) => event.includes('broke') || status >= 500);
