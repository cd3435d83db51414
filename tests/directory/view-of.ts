import { providerView } from '#directory/provider.view.ts';
import type { Provider } from '#directory/provider.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { quietPlace } from '../support/place.ts';
import { openTestApp } from '../support/test-app.ts';

/** The page of a place that has said nothing but this, in English, with what is around it. */
export const viewOf = (
  place: Partial<Provider>,
  around: Parameters<typeof providerView>[3] = { here: [], nearby: [] },
) =>
  providerView(
    openTestApp({ PUBLIC_URL: 'https://fis.example' }).as({ kind: 'public' }),
    (path, query) => addressOf('en', path, query),
    quietPlace(place),
    around,
  );

type Facts = readonly { readonly label: string; readonly texts: readonly string[] }[];

/** What a list of facts says under a label. */
export const textOf = (facts: Facts | undefined, label: string): string | undefined =>
  facts?.find((fact) => fact.label === label)?.texts.join(' | ');
