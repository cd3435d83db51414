export type Choice = {
  readonly value: string;
  readonly text: string;
  readonly hint?: { readonly text: string };
};

type Labelled = {
  readonly name: string;
  readonly label: string;
  readonly isHeading?: boolean;
  readonly hint?: string;
};

export type TextControl = Labelled & {
  readonly control: 'text';
  readonly value: string;
  readonly type: 'text' | 'email' | 'tel';
  readonly autocomplete?: string;
  readonly dir: 'auto' | 'ltr';
  readonly narrow: boolean;
  /** Its own id, where a name stands on the page several times. */
  readonly id?: string;
};
export type SelectControl = Labelled & {
  readonly control: 'select';
  readonly items: readonly Choice[];
  readonly value: string;
  readonly id?: string;
};
export type MonthControl = Labelled & {
  readonly control: 'month';
  readonly month: string;
  readonly year: string;
  /** What its two boxes' ids end with, where there are several. */
  readonly suffix?: string;
};

/** What a question's page is made of; one component draws each. */
export type Control =
  | (Labelled & {
      readonly control: 'radios';
      readonly items: readonly Choice[];
      readonly value: string;
    })
  | (Labelled & {
      readonly control: 'checkboxes';
      readonly items: readonly Choice[];
      readonly values: readonly string[];
    })
  | TextControl
  | (Labelled & { readonly control: 'textarea'; readonly value: string })
  | SelectControl
  | MonthControl
  | (Labelled & {
      readonly control: 'week';
      readonly hint: string;
      readonly rows: readonly WeekRow[];
    })
  | ListControl
  | TextBlock;

export type TextBlock = {
  readonly control: 'text-block';
  readonly text: string;
  /** Opens beside the question, so that nothing typed is lost. */
  readonly link?: { readonly href: string; readonly text: string };
};

/** The same few fields several times, with a button for more; a row left empty is no row. */
export type ListControl = {
  readonly control: 'list';
  readonly name: string;
  readonly rows: readonly {
    readonly title: string;
    readonly fields: readonly (TextControl | SelectControl | MonthControl)[];
  }[];
  /** What the button says that gives another row; null when there are enough. */
  readonly moreText: string | null;
};

export type WeekRow = {
  readonly day: string;
  readonly items: readonly (Choice & { readonly checked: boolean })[];
};
