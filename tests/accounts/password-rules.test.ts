import { expect, test } from 'vitest';
import { passwordProblem } from '#accounts/password-rules.ts';
import { parseJoin } from '#accounts/join.form.ts';
import { openStaffApp, visitor } from './staff-app.ts';

const problem = (password: string) => passwordProblem(password, []);

test('twelve characters are enough and eleven are not, whatever their kind', () => {
  expect(problem('otter humbug')).toBeUndefined();
  expect(problem('otter humbu')).toBe('accounts:password.short');
  expect(problem('نیلا دریا گہرا')).toBeUndefined();
  expect(problem('🦦🦔🐿🦊🐝')).toBe('accounts:password.short');
});

test('128 characters are allowed and 129 are not', () => {
  const long = 'seven grey otters hum at night '.repeat(5);
  expect(problem(long.slice(0, 128))).toBeUndefined();
  expect(problem(long.slice(0, 129))).toBe('accounts:password.long');
});

test.each([
  'password1234',
  'P4ssw0rd2026!',
  'Welcome12345',
  'qwertyuiop12',
  '123456789012',
  'aaaaaaaaaaaa',
  'abababababab',
  'abcdefghijkl',
  '098765432109',
  'Liverpool2026!',
  'Manchester2026',
  'ChangeMe!!!!',
])('%s is too common', (password) => {
  expect(problem(password)).toBe('accounts:password.common');
});

test.each([
  'correct purple horse staple',
  'four grey otters hum',
  'xK9#mQ2$vL7p',
  'ninety paper boats',
])('%s is fine', (password) => {
  expect(problem(password)).toBeUndefined();
});

test('a password must not hold the person, the e-mail address, the service or the council', () => {
  const app = openStaffApp({ COUNCIL_NAME: 'Saltmarsh Borough' });
  const parse = (password: string) => {
    const data = new FormData();
    data.set('name', 'Bea Okafor');
    data.set('password', password);
    return parseJoin(visitor(app), 'bea.okafor@council.example', data);
  };
  for (const password of [
    'my okafor house 7',
    'BeaOkafor-xyz-99',
    'family-information-service',
    'saltmarsh borough 9',
    'walking on the saltmarsh',
  ]) {
    const problems = [{ field: 'password', key: 'accounts:password.name' }];
    expect(parse(password), password).toMatchObject({ ok: false, problems });
  }
  expect(parse('our family loves rivers').ok).toBe(true);
  expect(parse('a borough of rivers').ok, 'what any council is called').toBe(true);
  const kept = parse('  spaces at the ends  ');
  expect(kept).toMatchObject({ ok: true, value: { password: '  spaces at the ends  ' } });
});
