/** A page that every council must have: what stands on it, whichever page it is. */
export type ModelPage = {
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly ModelSection[];
};

export type ModelSection = {
  readonly id: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly points: readonly string[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
};

type Rest = Partial<Pick<ModelSection, 'texts' | 'points' | 'links'>>;

export const section = (id: string, title: string, rest: Rest): ModelSection => ({
  ...{ id, title, texts: [], points: [], links: [] },
  ...rest,
});
