import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { secrets } from '@/lib/secrets/secrets';

type Sealed = Record<string, string>;

/** Encrypts texts for storage. What is sealed for one purpose cannot be opened for another, nor after its time. */
export function seal(texts: Sealed, purpose: string, seconds: number) {
  return encode({ token: { ...texts }, secret: secretFor(purpose), maxAge: seconds });
}

/** The texts, or null if they are too old, damaged, or sealed with other secrets. */
export async function unseal(sealed: string, purpose: string): Promise<Sealed | null> {
  const claims = await decode({ token: sealed, secret: secretFor(purpose) }).catch(() => null);
  if (!claims) return null;
  return Object.fromEntries(Object.entries(claims).filter((entry): entry is [string, string] => isText(entry[1])));
}

function isText(value: unknown) {
  return typeof value === 'string';
}

function secretFor(purpose: string) {
  return `${secrets().signing}:${purpose}`;
}
