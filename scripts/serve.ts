/** Runs the site: `npm start` ends here, once everything is installed and built. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startCheckpoints } from '#db/start-checkpoints.ts';
import { demoStaffLinks } from '#accounts/demo-staff-link.ts';
import { purgeSignIns } from '#accounts/sign-in-throttle.ts';
import { purgeCodes } from '#brokerage/purge-codes.ts';
import { remindProviders } from '#casework/asking/remind-providers.ts';
import { tidyQueue, tidyQueueAfterStart } from '#casework/queue/tidy-queue.ts';
import { runRetentionOnceADay } from '#brokerage/run-retention.ts';
import { purgeDrafts } from '#brokerage/draft-store.ts';
import { rebuildApart, startIndexKeeper } from '#directory/keep-served-index.ts';
import { openServedIndex } from '#directory/served-index.ts';
import { purgeReports } from '#directory/report-listing-store.ts';
import { keepReminders } from '#entitlements/reminders/keep-reminders.ts';
import { loadSampleArea } from '#exchange/load-sample-area.ts';
import { systemClock } from '#platform/clock.ts';
import type { App } from '#platform/context.ts';
import { addressOf, splitLanguage } from '#platform/http/addresses.ts';
import { isCacheable } from '#platform/http/cacheable.ts';
import { problemAnswers } from '#platform/http/problem-answers.ts';
import { loadPageHandler } from '#platform/http/server/page-handler.ts';
import type { PublicPages } from '#platform/http/server/server-options.ts';
import { startServer } from '#platform/http/server/start-server.ts';
import { offeredLanguage } from '#platform/i18n/offered-language.ts';
import { isPseudo } from '#platform/i18n/pseudo-languages.ts';
import { purgeVisits } from '#platform/links/visit.ts';
import { jsonLog } from '#platform/log.ts';
import { openTransport } from '#platform/mail/transports.ts';
import { startOutboxWorker } from '#platform/outbox/outbox-worker.ts';
import { brandCss, brandLogo } from '#platform/settings/brand.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { composers } from '../src/compose-mail.ts';
import { composeApp } from '../src/compose.ts';

const root = join(import.meta.dirname, '..');
const searchScript = new URL('./search.ts', import.meta.url);
const say = (text: string) => process.stdout.write(`${text}\n`);
const log = jsonLog((line) => process.stderr.write(line), systemClock.now);

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The site cannot start'}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  say(`Opening the database ${settings.databasePath}…`);
  const app = composeApp(root, settings, log);
  if (settings.sampleArea !== 'none' && !settings.readOnly) loadSample(app);
  void app.search.ready();
  const site = await serve(app);
  const work = settings.readOnly ? null : startWork(app);
  const stop = async () => {
    await Promise.all([site.stop(), work?.stop()]);
    app.db.$client.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  announce(app, site.url);
}

/** All that goes on beside the answering of requests; gives what ends it. */
function startWork(app: App): { readonly stop: () => Promise<void> } {
  const { settings } = app;
  // A council that sends e-mail and has no way to send texts would otherwise not notice.
  if (settings.smtpUrl !== undefined && settings.notify === undefined) {
    log.warn('texts are written as files: NOTIFY_API_KEY is not set');
  }
  const checkpoints = startCheckpoints(app.db);
  const worker = startOutboxWorker(app, composers, openTransport(settings));
  const keeper = keepSearchServer(app);
  const housekeeping = setInterval(() => keepHouse(app), 3_600_000);
  tidyQueueAfterStart(app).catch((error: unknown) => {
    log.error('queue not tidied', { reason: error instanceof Error ? error.name : 'unknown' });
  });
  return {
    stop: async () => {
      clearInterval(housekeeping);
      await Promise.all([worker.stop(), keeper?.stop()]);
      await checkpoints.stop();
    },
  };
}

function keepSearchServer(app: App) {
  const { meilisearch } = app.settings;
  if (meilisearch === undefined) return null;
  const ending = new AbortController();
  const served = openServedIndex(meilisearch, app, ending.signal);
  return startIndexKeeper(app, { served, ending, rebuild: rebuildApart(searchScript) });
}

function loadSample(app: App): void {
  const loaded = loadSampleArea(app, (step) => say(`Loading the sample area: ${step}…`));
  if (!loaded.ok) log.info('sample area left out', { reason: loaded.refusal.code });
}

async function serve(app: App) {
  const { settings } = app;
  const languages = settings.languages;
  const english = app.catalogue.speak('en');
  return startServer({
    host: settings.host,
    port: settings.port,
    publicUrl: settings.publicUrlIsFixed ? settings.publicUrl : undefined,
    handler: await loadPageHandler(join(root, 'dist')),
    locals: { app },
    clientDir: join(root, 'dist/client'),
    brandCss: brandCss(settings),
    logo: brandLogo(settings),
    imageOrigin: settings.map.tileUrl && new URL(settings.map.tileUrl).origin,
    trustedProxies: settings.trustedProxies,
    log,
    newId: randomUUID,
    health: () => ({ ok: app.db.$client.open, search: app.search.engine() }),
    problemPath: (path, problem) =>
      addressOf(splitLanguage(path, languages).language, `/problem/${problem}`),
    lastWords: (problem) => ({
      title: english.t(problemAnswers[problem].title),
      text: english.t(problemAnswers[problem].text),
    }),
    publicPages: publicPagesOf(app),
  });
}

/** The pages that their address, the directory and the day make, whoever asks. */
function publicPagesOf({ settings, search }: App): PublicPages {
  const { languages } = settings;
  const offers = languages.filter((code) => !isPseudo(code));
  return {
    bytes: settings.pageCacheBytes,
    has: (path) => isCacheable(splitLanguage(path, languages).path),
    stateOf: () => search.state(),
    offered: (acceptLanguage, path) =>
      offeredLanguage(acceptLanguage ?? null, splitLanguage(path, languages).language, offers),
  };
}

function keepHouse(app: App): void {
  log.info('housekeeping', {
    drafts: purgeDrafts(app.db, app.clock),
    codes: purgeCodes(app),
    visits: purgeVisits(app.db, app.clock),
    signIns: purgeSignIns(app),
    reports: purgeReports(app.db, app.clock),
    ...keepReminders(app),
    ...remindProviders(app),
    ...tidyQueue(app),
  });
  void keepRetention(app);
}

async function keepRetention(app: App): Promise<void> {
  try {
    const report = await runRetentionOnceADay(app);
    if (report) log.info('retention', report);
  } catch (error) {
    log.error('retention not run', { reason: error instanceof Error ? error.name : 'unknown' });
  }
}

function announce(app: App, url: string): void {
  const links = app.settings.readOnly ? [] : demoStaffLinks(app);
  say(
    [
      ...links.map(({ role, url }) => `Try it as a ${role} (works once): ${url}`),
      `The site is at ${url}`,
    ].join('\n'),
  );
}
