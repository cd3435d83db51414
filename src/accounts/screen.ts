/** What a page does: sends the browser on, with cookies, or shows something. */
export type GoTo = {
  readonly goTo: string;
  readonly setCookies: readonly string[];
};
export type Screen<View> = GoTo | (View & { readonly goTo: null });

export const goTo = (place: string, setCookies: readonly string[] = []): GoTo => ({
  goTo: place,
  setCookies,
});

export const show = <View extends object>(view: View): View & { readonly goTo: null } => ({
  ...view,
  goTo: null,
});
