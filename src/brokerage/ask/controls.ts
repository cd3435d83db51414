export type Choice = {
  readonly value: string;
  readonly text: string;
  readonly hint?: { readonly text: string };
};

/** What a question's page is made of; one component draws each. */
export type Control =
  | {
      readonly control: 'radios';
      readonly name: string;
      readonly label: string;
      readonly isHeading: boolean;
      readonly hint?: string;
      readonly items: readonly Choice[];
      readonly value: string;
    }
  | {
      readonly control: 'checkboxes';
      readonly name: string;
      readonly label: string;
      readonly isHeading: boolean;
      readonly hint?: string;
      readonly items: readonly Choice[];
      readonly values: readonly string[];
    }
  | {
      readonly control: 'text';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly value: string;
      readonly type: 'text' | 'email' | 'tel';
      readonly autocomplete: string;
      readonly dir: 'auto' | 'ltr';
      readonly narrow: boolean;
    }
  | {
      readonly control: 'textarea';
      readonly name: string;
      readonly label: string;
      readonly isHeading: boolean;
      readonly hint: string;
      readonly value: string;
    }
  | {
      readonly control: 'select';
      readonly name: string;
      readonly label: string;
      readonly items: readonly Choice[];
      readonly value: string;
    }
  | {
      readonly control: 'month';
      readonly name: string;
      readonly label: string;
      readonly isHeading: boolean;
      readonly hint: string;
      readonly month: string;
      readonly year: string;
    }
  | {
      readonly control: 'week';
      readonly name: string;
      readonly label: string;
      readonly hint: string;
      readonly rows: readonly WeekRow[];
    }
  | { readonly control: 'text-block'; readonly text: string };

export type WeekRow = {
  readonly day: string;
  readonly items: readonly (Choice & { readonly checked: boolean })[];
};
