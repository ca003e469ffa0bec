import 'server-only';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { env } from '@/lib/platform/env';

/** EdDSA, ES256 and RS256; the library's own list makes Node warn of what is experimental in it. */
const algorithms = [-8, -7, -257];
const MAX_ANSWER = 20_000;
const text = z.string().max(MAX_ANSWER);
const key = text.regex(/^[A-Za-z0-9_-]+$/);
const shared = { id: key, rawId: key, type: z.literal('public-key'), clientExtensionResults: z.looseObject({}) };
const creation = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: key,
    attestationObject: key,
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
});
const assertion = z.object({
  ...shared,
  response: z.object({ clientDataJSON: key, authenticatorData: key, signature: key, userHandle: text.nullish() }),
});
const clientData = z.object({ challenge: key });

export type StoredKey = { credentialId: string; publicKey: string; transports: string };
type Registrant = { id: string; name: string; email: string; siteName: string; challenge: string };

/** What the browser needs to make a passkey. `known`: those that the device has already. */
export function registrationOptions(registrant: Registrant, known: readonly StoredKey[]) {
  return generateRegistrationOptions({
    rpName: registrant.siteName,
    rpID: relyingParty().id,
    userName: registrant.email || registrant.name,
    userDisplayName: registrant.name,
    userID: bytesOf(Buffer.from(registrant.id)),
    challenge: bytesOf(Buffer.from(registrant.challenge, 'base64url')),
    supportedAlgorithmIDs: algorithms,
    attestationType: 'none',
    excludeCredentials: known.map(descriptor),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What the browser needs to ask for a passkey; without `known` the device offers those of this site. */
export function authenticationOptions(challenge: string, known: readonly StoredKey[] = []) {
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: bytesOf(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
    allowCredentials: known.map(descriptor),
  });
}

export function readCreation(answer: string) {
  return withChallenge(parsed(creation, answer));
}

export function readAssertion(answer: string) {
  return withChallenge(parsed(assertion, answer));
}

/** The new key, or throws: origin, site and challenge must be right, and the device must have verified its owner. */
export async function verifyCreation({
  answer,
  challenge,
}: ReturnType<typeof readCreation>): Promise<StoredKey & { counter: number }> {
  const { id, origin } = relyingParty();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    // The schema allows what the library checks itself.
    response: answer as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    supportedAlgorithmIDs: algorithms,
    requireUserVerification: true,
  }).catch(notGenuine);
  if (!verified) return notGenuine();
  const { credential } = registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: JSON.stringify(credential.transports ?? []),
  };
}

/** The counter of a genuine answer; throws for any other. Whether the counter went backwards is for the caller. */
export async function verifyAssertion({ answer, challenge }: ReturnType<typeof readAssertion>, stored: StoredKey) {
  const { id, origin } = relyingParty();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: { id: stored.credentialId, publicKey: bytesOf(Buffer.from(stored.publicKey, 'base64url')), counter: 0 },
  }).catch(notGenuine);
  return verified ? authenticationInfo.newCounter : notGenuine();
}

function relyingParty() {
  const { hostname, origin } = new URL(env().siteUrl);
  return { id: hostname, origin };
}

function parsed<Schema extends z.ZodType>(schema: Schema, answer: string): z.output<Schema> {
  const read = schema.safeParse(answer.length > MAX_ANSWER ? null : jsonOf(answer));
  return read.success ? read.data : notGenuine();
}

function withChallenge<Answer extends { response: { clientDataJSON: string } }>(answer: Answer) {
  const data = clientData.safeParse(jsonOf(Buffer.from(answer.response.clientDataJSON, 'base64url').toString()));
  return data.success ? { answer, challenge: data.data.challenge } : notGenuine();
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function notGenuine(): never {
  throw new AppError('forbidden', 'This passkey was not accepted. Please try again, or sign in another way.');
}

function descriptor({ credentialId, transports }: StoredKey) {
  return { id: credentialId, transports: z.array(z.string()).parse(JSON.parse(transports)) };
}

/** The library asks for bytes whose buffer is not shared. */
function bytesOf(buffer: Buffer) {
  return new Uint8Array(buffer);
}
