import type { Ctx } from '#platform/context.ts';
import { typedValue } from '#platform/http/form.ts';
import { goTo, show } from './screen.ts';
import { parseSignIn } from './sign-in.form.ts';
import { signIn } from './sign-in.ts';
import { signInView } from './sign-in.view.ts';

type SignInRequest = {
  readonly cookies: string | null;
  readonly form: FormData | null;
  readonly again: boolean;
};

/** The page for the e-mail address and password; `form` is null until it has been sent. */
export async function signInPage(ctx: Ctx, { cookies, form, again }: SignInRequest) {
  const { words } = ctx;
  if (form === null) return show(signInView(words, { state: again ? 'too-late' : 'fresh' }));
  const parsed = parseSignIn(form);
  if (!parsed.ok) {
    const email = typedValue(parsed.typed, 'email');
    return show(signInView(words, { state: 'unfit', email, problems: parsed.problems }));
  }
  const result = await signIn(ctx, { ...parsed.value, cookies });
  if (result.ok) return goTo(`/staff/${result.value.next}`, result.value.setCookies);
  return show(signInView(words, { state: result.problem, email: parsed.value.email }));
}
