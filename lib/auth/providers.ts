import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth, { type AuthOptions, type Profile } from 'next-auth';
import GitHubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { paths } from '@/lib/web/paths';
import { secrets } from '@/lib/secrets/secrets';
import { rememberDevice } from './device';
import { IdentityProblem, type Identity, type IdentityReason } from './identity';
import { safeReturnTo } from './return-to';
import { sessionCookieOptions, setHint } from './session';
import { sessionCookieName } from './session-cookie';
import { createSessionRow, SESSION_SECONDS } from './session-records';

type SignInProvider = (identity: Identity) => Promise<{ id: string; sessionVersion: number }>;

const claims = z.object({
  email: z.string().nullish(),
  email_verified: z.boolean().nullish(),
  name: z.string().nullish(),
  preferred_username: z.string().nullish(),
  login: z.string().nullish(),
});

export function configuredProviders(): { id: string; name: string }[] {
  const { github, google, oidc } = env();
  return [
    ...(github ? [{ id: 'github', name: 'GitHub' }] : []),
    ...(google ? [{ id: 'google', name: 'Google' }] : []),
    ...(oidc ? [{ id: 'oidc', name: oidc.name }] : []),
  ];
}

/** Handles a provider's callback at /api/auth/… and starts a session for accepted users. */
export async function handleProvider(
  request: NextRequest,
  nextauth: string[],
  provider: SignInProvider,
): Promise<Response> {
  const answer: unknown = await NextAuth(request, { params: Promise.resolve({ nextauth }) }, await options(provider));
  return answer instanceof Response ? answer : new Response(null, { status: 400 });
}

/** Starts the sign-in at a provider: sets the cookies and returns its URL. */
export async function beginAtProvider(providerId: string, to: string): Promise<string | null> {
  if (!configuredProviders().some(({ id }) => id === providerId)) return null;
  const jar = await cookies();
  // The origin is already checked (server/http/same-origin.ts), so both halves of the CSRF check are set here.
  const csrfToken = randomBytes(32).toString('hex');
  const hash = createHash('sha256').update(`${csrfToken}${secrets().auth}`).digest('hex');
  const settings = await options(() => Promise.reject(new Error('Nobody signs in here')));
  jar.set(csrfCookie(), `${csrfToken}|${hash}`, { ...sessionCookieOptions(), maxAge: 15 * 60 });
  const request = new NextRequest(`${env().siteUrl}/api/auth/signin/${providerId}`, {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, callbackUrl: siteAddress(to) }),
  });
  const params = Promise.resolve({ nextauth: ['signin', providerId] });
  const answer: unknown = await NextAuth(request, { params }, settings);
  if (!(answer instanceof Response)) return null;
  for (const cookie of answer.headers.getSetCookie()) await passOn(cookie);
  const location = answer.headers.get('location');
  return location && !location.startsWith(env().siteUrl) ? location : null;
}

async function options(provider: SignInProvider): Promise<AuthOptions> {
  const userAgent = (await headers()).get('user-agent') ?? '';
  let attempt: { id: string; sessionVersion: number } | null = null;
  return {
    secret: secrets().auth,
    providers: providers(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: paths.signIn(), error: paths.signIn() },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() },
      csrfToken: { name: csrfCookie(), options: sessionCookieOptions() },
    },
    logger: { error: complain, warn: () => {}, debug: () => {} },
    callbacks: {
      async signIn({ account, profile }) {
        try {
          if (!account || !profile) throw new IdentityProblem('failed');
          attempt = await provider(identityOf(account.provider, account.providerAccountId, profile));
          return true;
        } catch (error) {
          return problemAddress(error);
        }
      },
      async jwt() {
        if (!attempt) throw new Error('No session without a completed sign-in');
        return { sid: await createSessionRow(attempt, userAgent), sub: attempt.id };
      },
      redirect: ({ url }) => siteAddress(url),
    },
    events: {
      async signIn() {
        await setHint();
        if (attempt) await rememberDevice(attempt.id);
      },
    },
  };
}

function providers(): AuthOptions['providers'] {
  const { github, google, oidc } = env();
  const checks = ['pkce' as const, 'state' as const];
  return [
    ...(github
      ? [
          GitHubProvider({
            clientId: github.id,
            clientSecret: github.secret,
            checks,
            userinfo: {
              url: 'https://api.github.com/user',
              request: async ({ client, tokens }) => {
                const token = tokens.access_token ?? '';
                return { ...(await client.userinfo(token)), ...(await confirmedGitHubEmail(token)) };
              },
            },
          }),
        ]
      : []),
    ...(google ? [GoogleProvider({ clientId: google.id, clientSecret: google.secret, checks })] : []),
    ...(oidc ? [oidcProvider(oidc, checks)] : []),
  ];
}

// Some providers return the claims in the ID token, others only at /userinfo.
function oidcProvider(
  oidc: { issuer: string; id: string; secret: string; name: string },
  checks: ('pkce' | 'state')[],
): OAuthConfig<Profile & { sub: string }> {
  return {
    id: 'oidc',
    name: oidc.name,
    type: 'oauth',
    wellKnown: `${oidc.issuer}/.well-known/openid-configuration`,
    clientId: oidc.id,
    clientSecret: oidc.secret,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks,
    userinfo: {
      request: async ({ client, tokens }) => ({
        ...claimsIn(tokens),
        ...(client.issuer.metadata.userinfo_endpoint ? await client.userinfo(tokens.access_token ?? '') : {}),
      }),
    },
    profile: ({ sub, name, email }) => ({ id: sub, name: name ?? null, email: email ?? null }),
  };
}

function claimsIn(tokens: object): object {
  const claims: unknown = 'claims' in tokens && typeof tokens.claims === 'function' ? tokens.claims() : {};
  return typeof claims === 'object' && claims !== null ? claims : {};
}

const gitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

async function confirmedGitHubEmail(accessToken: string) {
  const answer = await fetch('https://api.github.com/user/emails', {
    headers: { Authorization: `Bearer ${accessToken}`, Accept: 'application/vnd.github+json' },
    signal: AbortSignal.timeout(5_000),
  });
  const emails = answer.ok ? gitHubEmails.parse(await answer.json()) : [];
  const primary = emails.find((one) => one.primary);
  return primary ? { email: primary.email, email_verified: primary.verified } : { email_verified: false };
}

function identityOf(provider: string, providerAccountId: string, profile: Profile): Identity {
  const claimed = claims.catch({}).parse(profile);
  return {
    provider,
    providerAccountId,
    email: claimed.email ?? null,
    emailVerified: claimed.email_verified === true,
    name: claimed.name ?? claimed.preferred_username ?? claimed.login ?? '',
  };
}

function problemAddress(error: unknown) {
  const reason: IdentityReason = error instanceof IdentityProblem ? error.reason : reasonOf(error);
  return `${env().siteUrl}${paths.signIn()}?error=${reason}`;
}

function reasonOf(error: unknown): IdentityReason {
  if (error instanceof Error && 'code' in error && ['forbidden', 'gone'].includes(String(error.code)))
    return 'suspended';
  log.error({ event: 'provider_failed', error }, 'provider failed');
  return 'failed';
}

// A GET must not publish: a pending comment is shown with a button instead.
function siteAddress(url: string) {
  const { siteUrl } = env();
  const path = url.startsWith(`${siteUrl}/`) ? url.slice(siteUrl.length) : url;
  return `${siteUrl}${path === paths.pendingComments() ? path : safeReturnTo(path) || '/'}`;
}

function csrfCookie() {
  return `${env().siteUrl.startsWith('https:') ? '__Host-' : ''}provider-check`;
}

// Codes and messages only: next-auth passes tokens and profiles too.
function complain(code: string, metadata: unknown) {
  const message = metadata instanceof Error ? metadata.message : '';
  log.warn({ event: 'provider_failed', code, message }, 'provider failed');
}

async function passOn(cookie: string) {
  const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const maxAge = attributes.find((attribute) => /^max-age=/i.test(attribute))?.slice(8);
  const age = maxAge ? Number(maxAge) : 15 * 60;
  (await cookies()).set(name, decodeURIComponent(value), { ...sessionCookieOptions(), maxAge: age });
}
