import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { beforeAll, describe, expect, test } from 'vitest';
import BackLink from '#components/govuk/BackLink.astro';
import Breadcrumbs from '#components/govuk/Breadcrumbs.astro';
import Button from '#components/govuk/Button.astro';
import Checkboxes from '#components/govuk/Checkboxes.astro';
import DateInput from '#components/govuk/DateInput.astro';
import Details from '#components/govuk/Details.astro';
import ErrorMessage from '#components/govuk/ErrorMessage.astro';
import ErrorSummary from '#components/govuk/ErrorSummary.astro';
import ExitThisPage from '#components/govuk/ExitThisPage.astro';
import Fieldset from '#components/govuk/Fieldset.astro';
import Footer from '#components/govuk/Footer.astro';
import GenericHeader from '#components/govuk/GenericHeader.astro';
import Hint from '#components/govuk/Hint.astro';
import Input from '#components/govuk/Input.astro';
import InsetText from '#components/govuk/InsetText.astro';
import Label from '#components/govuk/Label.astro';
import LanguageNavigation from '#components/govuk/LanguageNavigation.astro';
import NotificationBanner from '#components/govuk/NotificationBanner.astro';
import Pagination from '#components/govuk/Pagination.astro';
import Panel from '#components/govuk/Panel.astro';
import PhaseBanner from '#components/govuk/PhaseBanner.astro';
import Radios from '#components/govuk/Radios.astro';
import Select from '#components/govuk/Select.astro';
import ServiceNavigation from '#components/govuk/ServiceNavigation.astro';
import SkipLink from '#components/govuk/SkipLink.astro';
import SummaryList from '#components/govuk/SummaryList.astro';
import Table from '#components/govuk/Table.astro';
import Tag from '#components/govuk/Tag.astro';
import Textarea from '#components/govuk/Textarea.astro';
import WarningText from '#components/govuk/WarningText.astro';
import * as english from './english.ts';
import { fixturesOf, pathsIn, type Options } from './fixtures.ts';
import { treesOf } from './markup.ts';

type Case = {
  readonly component: AstroComponentFactory;
  /** How many of the shipped examples are compared: fewer would mean that the test has gone blind. */
  readonly compared: number;
  /** Options that ours does not have: examples that use one are left out. */
  readonly without?: readonly string[];
  /** Examples left out by name, where the option is not to blame. */
  readonly leftOut?: readonly string[];
  /** Turns the example's options into our props and slots. */
  readonly given?: (options: Options) => english.Given;
  /** Takes out of the original what ours leaves out on purpose. */
  readonly expected?: (html: string) => string;
};

const plain = (options: Options): english.Given => ({
  props: english.withEnglish(options),
  slots: {},
});
const emptyItem = 'items[]=nothing';
const crown =
  /<svg[^>]*class="govuk-footer__(?:crown|licence-logo)"[\s\S]*?<\/svg>|<svg\s+aria-hidden="true"[\s\S]*?<\/svg>/g;

const cases: Readonly<Record<string, Case>> = {
  'back-link': {
    component: BackLink,
    compared: 7,
    given: (options) =>
      english.htmlAsSlot({ text: 'Back', ...options, href: options['href'] ?? '#' }),
  },
  breadcrumbs: {
    component: Breadcrumbs,
    compared: 11,
    without: ['items[].html'],
    given: (options) => plain({ labelText: 'Breadcrumb', ...options }),
  },
  button: { component: Button, compared: 38, given: english.htmlAsSlot },
  checkboxes: {
    component: Checkboxes,
    compared: 39,
    without: ['items[].html', 'fieldset.legend.html', emptyItem],
    given: english.choices,
  },
  'date-input': {
    component: DateInput,
    compared: 49,
    without: ['fieldset.legend.html', 'day=nothing'],
    given: english.dateParts,
  },
  details: { component: Details, compared: 9, without: ['summaryHtml'], given: english.htmlAsSlot },
  'error-message': {
    component: ErrorMessage,
    compared: 9,
    given: (options) => english.htmlAsSlot({ visuallyHiddenText: 'Error', ...options }),
  },
  'error-summary': {
    component: ErrorSummary,
    compared: 15,
    without: ['titleHtml', 'descriptionHtml', 'errorList[].html'],
  },
  'exit-this-page': {
    component: ExitThisPage,
    compared: 3,
    given: english.exit,
    without: ['activatedText'],
  },
  fieldset: {
    component: Fieldset,
    compared: 17,
    without: ['legend.html'],
    given: english.htmlAsSlot,
  },
  footer: {
    component: Footer,
    compared: 25,
    given: english.footer,
    expected: (html) =>
      html
        .replace(crown, '')
        .replace(
          /<a\s+class="govuk-footer__link govuk-footer__copyright-logo"[^>]*>([\s\S]*?)<\/a>(?=\s*<\/div>\s*<\/div>\s*<\/div>\s*<\/div>\s*$)/,
          '$1',
        ),
  },
  'generic-header': {
    component: GenericHeader,
    compared: 7,
    given: ({ logoHtml, logoText, ...options }) =>
      english.htmlAsSlot({
        ...options,
        html: logoHtml,
        ...(!logoHtml && { text: logoText, logoText }),
      }),
  },
  hint: { component: Hint, compared: 6, given: english.htmlAsSlot },
  input: {
    component: Input,
    compared: 41,
    without: ['label.html', 'prefix.html', 'suffix.html'],
  },
  'inset-text': { component: InsetText, compared: 6, given: english.htmlAsSlot },
  label: {
    component: Label,
    compared: 16,
    // A label without words: ours must have them.
    leftOut: ['empty'],
    given: english.htmlAsSlot,
  },
  'language-navigation': {
    component: LanguageNavigation,
    compared: 12,
    without: ['items[].html'],
    given: (options) => plain({ ariaLabel: 'Language', ...options }),
  },
  'notification-banner': {
    component: NotificationBanner,
    compared: 20,
    without: ['titleHtml'],
    given: english.banner,
  },
  pagination: {
    component: Pagination,
    compared: 14,
    without: [emptyItem],
    given: english.pages,
    expected: (html) =>
      html.replaceAll('<span class="govuk-visually-hidden"> page</span>', ' page'),
  },
  panel: {
    component: Panel,
    compared: 7,
    without: ['titleHtml', 'actions.items[].text'],
    // Ours only confirms.
    leftOut: [
      'interruption with custom classes',
      'interruption, no actions',
      'interruption, no actions items',
    ],
    given: english.htmlAsSlot,
  },
  'phase-banner': {
    component: PhaseBanner,
    compared: 6,
    without: ['tag.html'],
    given: (options) => english.htmlAsSlot({ tag: { text: '' }, ...options }),
  },
  radios: {
    component: Radios,
    compared: 40,
    without: ['items[].html', 'fieldset.legend.html', emptyItem],
    given: english.choices,
  },
  select: {
    component: Select,
    compared: 18,
    without: [emptyItem],
    given: (options) => plain({ items: [], ...options }),
  },
  'service-navigation': {
    component: ServiceNavigation,
    compared: 28,
    without: [
      'navigation[].html',
      'navigation[]=nothing',
      'slots.start',
      'slots.navigationStart',
      'slots.navigationEnd',
    ],
    given: english.navigation,
    expected: (html) =>
      html.replace(
        /<button type="button" class="govuk-service-navigation__toggle[\s\S]*?<\/button>/,
        '',
      ),
  },
  'skip-link': { component: SkipLink, compared: 8, without: ['html'] },
  'summary-list': {
    component: SummaryList,
    compared: 25,
    without: [
      'rows[].key.html',
      'rows[].actions.items[].html',
      'card.title.html',
      'rows[]=nothing',
    ],
    given: english.summaryRows,
  },
  table: {
    component: Table,
    compared: 19,
    without: ['head[].html', 'rows[]=nothing'],
    given: english.tableCells,
  },
  tag: { component: Tag, compared: 12, given: english.htmlAsSlot },
  textarea: { component: Textarea, compared: 18 },
  'warning-text': {
    component: WarningText,
    compared: 8,
    given: (options) => english.htmlAsSlot({ iconFallbackText: 'Warning', ...options }),
  },
};

let container: AstroContainer;
beforeAll(async () => {
  container = await AstroContainer.create();
});

describe.each(Object.entries(cases))('%s', (name, { component, compared, ...how }) => {
  const left = new Set(how.without);
  const usable = fixturesOf(name).filter(
    (fixture) =>
      !how.leftOut?.includes(fixture.name) &&
      !pathsIn(fixture.options).some((path) => left.has(path)),
  );

  test(`at least ${compared} examples are compared`, () => {
    expect(usable.length).toBeGreaterThanOrEqual(compared);
  });

  test.each(usable)('$name', async ({ options, html }) => {
    const { props, slots } = (how.given ?? plain)(options);
    const ours = await container.renderToString(component, { props, slots });
    expect(treesOf(ours)).toEqual(treesOf(how.expected?.(html) ?? html));
  });
});
