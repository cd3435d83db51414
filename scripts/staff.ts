import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { plainEmail } from '#accounts/email.ts';
import { inviteStaff, type InvitationLink } from '#accounts/invite-staff.ts';
import { listStaff } from '#accounts/list-staff.ts';
import { resetStaff } from '#accounts/reset-staff.ts';
import { findAccountByEmail } from '#accounts/staff-account-store.ts';
import { composeApp } from '../src/compose.ts';
import { systemClock } from '#platform/clock.ts';
import { staffRoles, type StaffRole } from '#platform/context.ts';
import { jsonLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings/settings.ts';

const usage = `Use:
  npm run staff -- invite EMAIL --role ROLE    makes a one-time link to set up an account
  npm run staff -- reset EMAIL                 makes a one-time link for who lost phone or password
  npm run staff -- list                        shows accounts and open invitations
ROLE is one of: ${staffRoles.join(', ')}.`;

type Command =
  | { readonly verb: 'invite'; readonly email: string; readonly role: StaffRole }
  | { readonly verb: 'reset'; readonly email: string }
  | { readonly verb: 'list' };

function readCommand(args: readonly string[]): Command | string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { role: { type: 'string' } },
  });
  const [verb, email, ...rest] = positionals;
  if (rest.length > 0) return `There is nothing to do with "${rest.join(' ')}".`;
  if (verb === 'list') return { verb };
  if (verb !== 'invite' && verb !== 'reset')
    return verb === undefined ? '' : `There is no command "${verb}".`;
  if (!z.email().safeParse(email).success) return 'EMAIL must be an e-mail address.';
  if (email === undefined) return 'EMAIL must be an e-mail address.';
  if (verb === 'reset') return { verb, email };
  const role = staffRoles.find((known) => known === values.role);
  if (role === undefined) return '--role must be one of the roles below.';
  return { verb, email, role };
}

const print = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
};

function openContext() {
  const log = jsonLog((line) => process.stderr.write(line), systemClock.now);
  const app = composeApp(join(import.meta.dirname, '..'), readSettings(process.env), log);
  return { ...app, actor: { kind: 'system' } } as const;
}

function invite({ email, role }: { readonly email: string; readonly role: StaffRole }): void {
  const ctx = openContext();
  const result = inviteStaff(ctx, { email, role });
  if (!result.ok) return complain(`${email} has an account already.`);
  giveLink(ctx, `${email} can set up an account as ${role}`, result.value);
}

/** Also the way back in for a council's only administrator. */
function reset(email: string): void {
  const ctx = openContext();
  const account = findAccountByEmail(ctx.db, plainEmail(email));
  if (!account) return complain(`${email} has no account.`);
  const result = resetStaff(ctx, account.id);
  if (!result.ok) return complain(`The account of ${email} is disabled.`);
  giveLink(ctx, `${email} can set up password and app anew`, result.value);
}

function giveLink(
  ctx: ReturnType<typeof openContext>,
  what: string,
  { url, expiresAt }: InvitationLink,
): void {
  const until = ctx.catalogue.speak('en').format.moment(expiresAt);
  print(`${what} with this link, once, until ${until}:\n\n${url}\n`);
  if (!ctx.settings.publicUrlIsFixed) {
    print('It opens on this computer, while the site runs. PUBLIC_URL makes links for everybody.');
  }
}

function list(): void {
  const result = listStaff(openContext());
  if (!result.ok) return complain(result.problem);
  if (result.value.length === 0) print('There are no accounts and no open invitations.');
  for (const { email, role, state, name, since } of result.value) {
    print([state.padEnd(8), role.padEnd(10), since.slice(0, 10), email, name ?? ''].join('  '));
  }
}

function run(args: readonly string[]): void {
  const command = readCommand(args);
  if (typeof command === 'string') return complain(`${command}\n${usage}`.trim());
  if (command.verb === 'list') list();
  else if (command.verb === 'reset') reset(command.email);
  else invite(command);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  complain(error instanceof Error ? `${error.message}\n${usage}` : usage);
}
