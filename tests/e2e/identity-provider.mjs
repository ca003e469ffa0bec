import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/**
 * A real OpenID provider on this machine. Whoever signs in there as NAME has the address NAME@example.test, confirmed
 * unless the name begins with "loose".
 * @param {string} redirectUri
 */
export async function startIdentityProvider(redirectUri) {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const address = server.address();
  const issuer = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'masthead', client_secret: 'a secret between two', redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['keys of a test'] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: `${id} of the pier`,
        email: `${id}@example.test`,
        email_verified: !id.startsWith('loose'),
      }),
    }),
  });
  server.on('request', provider.callback());
  return { issuer, stop: () => new Promise((resolve) => server.close(resolve)) };
}
