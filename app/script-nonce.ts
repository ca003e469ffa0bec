import { headers } from 'next/headers';

/** The nonce of a private page's policy. The server makes it for each request; Next finds it the same way for its own scripts. */
export async function scriptNonce() {
  const policy = (await headers()).get('content-security-policy') ?? '';
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}
