import type { Options } from './fixtures.ts';

export type Given = { readonly props: Options; readonly slots: Readonly<Record<string, string>> };

const isOptions = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly Options[] =>
  Array.isArray(value) ? value.filter(isOptions) : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Our components hold no word of their own: these are the original's, which its fixtures rely on. */
export function withEnglish(options: Options): Options {
  const { errorMessage } = options;
  return isOptions(errorMessage)
    ? { ...options, errorMessage: { visuallyHiddenText: 'Error', ...errorMessage } }
    : options;
}

/** What the original takes as `html`, ours takes in the default slot. */
export const htmlAsSlot = (options: Options, name = 'html'): Given => {
  const { [name]: html, text: plain, ...props } = options;
  return text(html) === ''
    ? { props: plain === undefined ? props : { ...props, text: plain }, slots: {} }
    : { props, slots: { default: text(html) } };
};

/** Markup under a choice goes in a slot named after the choice. */
export function choices(options: Options): Given {
  const slots = listOf(options['items']).flatMap(({ value, conditional }) =>
    isOptions(conditional) && conditional['html']
      ? [[`conditional-${String(value)}`, text(conditional['html'])] as const]
      : [],
  );
  return { props: withEnglish(options), slots: Object.fromEntries(slots) };
}

/** The original makes the three parts of a date by itself; ours is told them, with their labels. */
export function dateParts(options: Options): Given {
  const { day, month, year, items, ...props } = options;
  const parts = { day, month, year };
  const made: readonly Options[] = Object.entries(parts)
    .filter(([, part]) => part !== false)
    .map(([name, part]) => ({ name, ...(isOptions(part) ? part : {}) }));
  const given = listOf(items).length > 0 ? listOf(items) : made;
  const labelled = given.map((item) => ({
    label: capitalised(text(item['name'])),
    value: made.find(({ name }) => name === item['name'])?.['value'],
    ...item,
  }));
  return { props: withEnglish({ ...props, items: labelled }), slots: {} };
}

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Each cell's or value's `html` goes in a slot of its own. */
function slotted(
  name: string,
  holder: Options,
): readonly [Options, Readonly<Record<string, string>>] {
  const { html, ...rest } = holder;
  return typeof html === 'string' ? [{ ...rest, slot: name }, { [name]: html }] : [holder, {}];
}

export function tableCells(options: Options): Given {
  const rows = Array.isArray(options['rows']) ? options['rows'] : [];
  const made = rows.map((row, line) =>
    listOf(row).map((cell, column) => slotted(`cell-${line}-${column}`, cell)),
  );
  return {
    props: { ...options, rows: made.map((row) => row.map(([cell]) => cell)) },
    slots: Object.assign({}, ...made.flat().map(([, slots]) => slots)),
  };
}

export function summaryRows(options: Options): Given {
  const made = listOf(options['rows']).map((row, line) => {
    const [value, slots] = slotted(`value-${line}`, isOptions(row['value']) ? row['value'] : {});
    return { row: { ...row, value }, slots };
  });
  return {
    props: { ...options, rows: made.map(({ row }) => row) },
    slots: Object.assign({}, ...made.map(({ slots }) => slots)),
  };
}

export function pages(options: Options): Given {
  const items = listOf(options['items']).map((item) => ({
    visuallyHiddenText: `Page ${String(item['number'])}`,
    ...item,
  }));
  const turns = Object.entries({ previous: 'Previous page', next: 'Next page' }).flatMap(
    ([turn, words]) => {
      const given = options[turn];
      return isOptions(given) ? [[turn, { text: words, ...given }] as const] : [];
    },
  );
  const props = { landmarkLabel: 'Pagination', ...options, ...Object.fromEntries(turns) };
  return { props: options['items'] ? { ...props, items } : props, slots: {} };
}

const openLicence = `All content is available under the
  <a class="govuk-footer__link" rel="license"
    href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    >Open Government Licence v3.0</a>, except where otherwise stated`;

/** The original's footer speaks for the Crown unless told otherwise; ours says what it is given. */
export function footer(options: Options): Given {
  const { meta, contentLicence, copyright, ...props } = options;
  const licence = isOptions(contentLicence) ? contentLicence : {};
  const right = isOptions(copyright) ? copyright : {};
  const support = isOptions(meta) && { visuallyHiddenTitle: 'Support links', ...meta };
  const custom = isOptions(meta) ? text(meta['html']) : '';
  const licenceMarkup = text(licence['html']) || (licence['text'] ? '' : openLicence);
  return {
    props: {
      ...props,
      ...(support && { meta: support }),
      ...(licence['text'] ? { contentLicence } : {}),
      copyright: right['html'] ? undefined : { text: '© Crown copyright', ...right },
    },
    slots: {
      ...(custom !== '' && { meta: custom }),
      ...(contentLicence !== null && licenceMarkup !== '' && { contentLicence: licenceMarkup }),
      ...(right['html'] ? { copyright: text(right['html']) } : {}),
    },
  };
}

export function navigation(options: Options): Given {
  const { slots, menuButtonText, menuButtonLabel, collapseNavigationOnMobile, ...props } = options;
  const end = isOptions(slots) ? slots['end'] : undefined;
  const inline = isOptions(end) && end['align'] === 'inline';
  const html = isOptions(end) ? text(end['html']) : text(end);
  return {
    props: {
      ariaLabel: 'Service information',
      navigationLabel: menuButtonText ?? 'Menu',
      navigation: [],
      ...props,
      ...(inline && { endAlign: 'inline' }),
    },
    slots: html === '' ? {} : { end: html },
  };
}

export function banner(options: Options): Given {
  const titleText = options['type'] === 'success' ? 'Success' : 'Important';
  return htmlAsSlot({ titleText, ...options });
}

export function exit(options: Options): Given {
  const redirectUrl = 'https://www.bbc.co.uk/weather';
  const { activatedText, timedOutText, pressTwoMoreTimesText, pressOneMoreTimeText, ...rest } =
    options;
  const html = '<span class="govuk-visually-hidden">Emergency</span> Exit this page';
  return htmlAsSlot({ redirectUrl, ...(rest['text'] ? {} : { html }), ...rest });
}
