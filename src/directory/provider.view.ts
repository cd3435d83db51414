import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { qrCode } from '#platform/qr-code.ts';
import { aboutView } from './provider-about.view.ts';
import { hereView, nearbyView, type Neighbour } from './provider-around.view.ts';
import { contactView } from './provider-contact.view.ts';
import { costsView, fundedView } from './provider-costs.view.ts';
import { providerData } from './provider-data.view.ts';
import { descriptionText, headView } from './provider-head.view.ts';
import { hoursView } from './provider-hours.view.ts';
import { inclusionView } from './provider-inclusion.view.ts';
import { inspectionView } from './provider-inspection.view.ts';
import { placesView } from './provider-places.view.ts';
import { registrationView } from './provider-registration.view.ts';
import { travelView } from './provider-travel.view.ts';
import type { Provider } from './provider.ts';
import { keepButton } from './shortlist-button.view.ts';
import { isChildcare } from './taxonomy.ts';

type Around = { readonly here: readonly Provider[]; readonly nearby: readonly Neighbour[] };
type Href = (path: string, query?: Query) => string;
export type ProviderView = ReturnType<typeof providerView>;

/** Everything a provider's page shows. A part of which nothing was said is null. */
export function providerView(
  ctx: Pick<Ctx, 'words' | 'clock' | 'settings'>,
  href: Href,
  provider: Provider,
  { here, nearby }: Around,
) {
  const { words, settings } = ctx;
  const today = londonDay(ctx.clock.now());
  const path = `/provider/${provider.id}`;
  const url = settings.publicUrl + href(path);
  const head = headView(words, provider, today, settings.council.phone);
  const parts = {
    about: aboutView(words, provider),
    places: placesView(words, provider, today),
    hours: hoursView(words, provider),
    costs: costsView(words, href, provider),
    funded: fundedView(words, provider),
  };
  const view = {
    ...{ id: provider.id, url, head, ...parts },
    metaDescription: descriptionText(words, provider, today),
    data: providerData(provider, { name: head.name, url, origin: settings.publicUrl }),
    contact: contactView(words, provider),
    inclusion: inclusionView(words, provider, today),
    inspection: inspectionView(words, provider),
    registration: registrationView(words, provider),
    travel: travelView(words, provider),
    here: hereView(words, href, here),
    isHub: ['family-hub', 'childrens-centre', 'community-hub'].includes(provider.kind),
    nearby: nearbyView(words, href, provider, nearby),
    unsaid: unsaidView(words, provider, parts),
    keep: keepButton(words, href, { id: provider.id, name: head.name, back: href(path) }),
    ask: {
      title: words.t(
        isChildcare(provider.kind)
          ? 'directory:provider.askTitle'
          : 'directory:provider.askServiceTitle',
      ),
      href: href('/ask', { provider: provider.id }),
    },
    reportHref: href(`${path}/report`),
    mayHaveToLeave: provider.kind === 'domestic-abuse-support',
    qr: qrCode(url),
  };
  return { ...view, contents: contentsOf(view) };
}

type Part = { readonly title: string } | null;
type PartName = (typeof partNames)[number];
const partNames = [
  ...(['about', 'places', 'hours', 'costs', 'funded', 'inclusion', 'inspection'] as const),
  ...(['registration', 'travel', 'here', 'nearby'] as const),
];

/** The parts of the page in their order, as links within it. */
const contentsOf = (view: Readonly<Record<PartName, Part>> & { readonly isHub: boolean }) =>
  partNames
    .toSorted((a, b) => Number(view.isHub && b === 'here') - Number(view.isHub && a === 'here'))
    .flatMap((name) => {
      const title = view[name]?.title;
      return title === undefined ? [] : [{ href: `#${name}`, text: title }];
    });

type Parts = Readonly<Record<'about' | 'places' | 'hours' | 'costs' | 'funded', object | null>>;

/** In one quiet line, what families look for and this place has not said. */
function unsaidView({ t, format }: Words, { kind }: Provider, parts: Parts): string | null {
  const care = isChildcare(kind);
  const unsaid = [
    ...(parts.places === null && care ? [t('directory:provider.unsaid.places')] : []),
    ...(parts.hours === null ? [t('directory:provider.unsaid.hours')] : []),
    ...(parts.costs === null ? [t('directory:provider.unsaid.costs')] : []),
    ...(parts.funded === null && care ? [t('directory:provider.unsaid.funded')] : []),
  ];
  return unsaid.length === 0
    ? null
    : t('directory:provider.unsaid.text', { list: format.list(unsaid) });
}
