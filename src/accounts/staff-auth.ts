import {
  staffAccount,
  staffChallenge,
  staffCredential,
  staffSecondFactor,
  staffSession,
} from '#db/schema/accounts.ts';
import type { Db } from '#db/open-database.ts';
import type { App } from '#platform/context.ts';
import { hashedAdapter } from './hashed-adapter.ts';
import { staffCookies } from './staff-cookies.ts';

export const sessionHours = 12;
/** How long a right password waits for its code. */
export const challengeMinutes = 10;

export type AuthApp = Pick<App, 'db' | 'ids' | 'keys' | 'settings'>;
export type StaffAuth = Awaited<ReturnType<typeof makeStaffAuth>>;

const opened = new WeakMap<Db, Promise<StaffAuth>>();

/**
 * better-auth on our database. It takes half a second to load, so it is loaded when the first member
 * of staff arrives, once per database. Its HTTP handler is mounted nowhere: nobody can sign up, and
 * our use cases call its functions themselves.
 */
export function openStaffAuth(app: AuthApp): Promise<StaffAuth> {
  const known = opened.get(app.db);
  if (known) return known;
  const opening = makeStaffAuth(app);
  opened.set(app.db, opening);
  opening.catch(() => opened.delete(app.db));
  return opening;
}

async function makeStaffAuth(app: AuthApp) {
  const [{ betterAuth }, { twoFactor }, { drizzleAdapter }] = await Promise.all([
    import('better-auth/minimal'),
    import('better-auth/plugins/two-factor'),
    import('better-auth/adapters/drizzle'),
  ]);
  return betterAuth({
    baseURL: app.settings.publicUrl,
    // Given as a list, so that no environment variable can put another in its place.
    secrets: [{ version: 1, value: app.keys.staffSessions.toString('base64') }],
    database: hashedAdapter(
      drizzleAdapter(app.db, { provider: 'sqlite', transaction: false, schema: tables }),
    ),
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: sessionHours * 3600, disableSessionRefresh: true },
    plugins: [
      twoFactor({
        twoFactorCookieMaxAge: challengeMinutes * 60,
        // They come hashed from recovery-codes.ts.
        backupCodeOptions: { storeBackupCodes: 'plain' },
      }),
    ],
    advanced: {
      useSecureCookies: false, // That only adds a `__Secure-` before our `__Host-`.
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'strict', path: '/' },
      cookies: {
        session_token: { name: staffCookies.session },
        two_factor: { name: staffCookies.challenge },
      },
      ipAddress: { disableIpTracking: true },
      // The tables lack what only sign-up and other sites' accounts would write.
      database: { generateId: () => app.ids.id(), validateSchema: false },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

const tables = {
  user: staffAccount,
  account: staffCredential,
  session: staffSession,
  verification: staffChallenge,
  twoFactor: staffSecondFactor,
};

/** Encrypts an authenticator's secret the way better-auth opens it. */
export async function sealSecret(auth: StaffAuth, secret: string): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto');
  return symmetricEncrypt({ key: (await auth.$context).secretConfig, data: secret });
}

export async function openSecret(auth: StaffAuth, sealed: string): Promise<string> {
  const { symmetricDecrypt } = await import('better-auth/crypto');
  return symmetricDecrypt({ key: (await auth.$context).secretConfig, data: sealed });
}

/** scrypt, off the event loop. */
export async function hashPassword(password: string): Promise<string> {
  const crypto = await import('better-auth/crypto');
  return crypto.hashPassword(password);
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  const crypto = await import('better-auth/crypto');
  return crypto.verifyPassword({ password, hash });
}
