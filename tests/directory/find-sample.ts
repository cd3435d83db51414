import { beforeAll } from 'vitest';
import { join } from 'node:path';
import { findProviders, type Found } from '#directory/find-providers.ts';
import { findQuerySchema, type FindQuery } from '#directory/find-query.ts';
import { openDirectorySearch } from '#directory/directory-search.ts';
import { loadSampleArea } from '#exchange/load-sample-area.ts';
import type { Ctx } from '#platform/context.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { sharedWorkshop } from '../exchange/support.ts';

const locales = join(import.meta.dirname, '../../content/locales');
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The sample area as anybody sees it, for all the tests of a file that only read. */
export function sharedSample(language = 'en'): Ctx {
  const { ctx } = sharedWorkshop();
  const catalogue = openCatalogue(locales, ['en', 'ur']);
  beforeAll(() => void loadSampleArea(ctx));
  return {
    ...ctx,
    log,
    catalogue,
    settings: readSettings({}),
    search: openDirectorySearch(openEmbeddedEngine(), { ...ctx, catalogue }),
    actor: { kind: 'public' },
    words: catalogue.speak(language),
  };
}

/** What a search finds, given only what was chosen. */
export function find(ctx: Ctx, chosen: Partial<FindQuery>): Found {
  const found = findProviders(ctx, { ...findQuerySchema.parse({}), ...chosen });
  if (!found.ok) throw new Error(`Not understood: ${found.problem.key}`);
  return found.value;
}
