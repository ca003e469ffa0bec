import 'server-only';
import { Resolver } from 'node:dns/promises';
import { AppError } from '@/lib/platform/errors';

/** Questions to DNS; what does not exist is an empty list, and no answer is an error. */
export type Dns = {
  txt: (name: string) => Promise<string[]>;
  addresses: (name: string, family: 4 | 6) => Promise<string[]>;
  mx: (name: string) => Promise<string[]>;
};

/** The server's own resolvers are asked, or the one given as "192.0.2.1" or "192.0.2.1:53". Asks for each thing once. */
export function openDns(server?: string): Dns {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  if (server) use(resolver, server);
  const asked = new Map<string, Promise<string[]>>();
  const once = (key: string, name: string, ask: () => Promise<string[]>) => {
    const answer = asked.get(key) ?? ask().catch((error: unknown) => noneOrThrow(name, error));
    asked.set(key, answer);
    return answer;
  };
  return {
    txt: (name) =>
      once(`txt ${name}`, name, async () => (await resolver.resolveTxt(name)).map((parts) => parts.join(''))),
    addresses: (name, family) =>
      once(`a${family} ${name}`, name, () => (family === 4 ? resolver.resolve4(name) : resolver.resolve6(name))),
    mx: (name) =>
      once(`mx ${name}`, name, async () => (await resolver.resolveMx(name)).map(({ exchange }) => exchange)),
  };
}

function use(resolver: Resolver, server: string) {
  try {
    resolver.setServers([server]);
  } catch {
    throw new AppError('invalid', `${server} is not the address of a DNS server, such as 192.0.2.1 or 192.0.2.1:53.`);
  }
}

function noneOrThrow(name: string, error: unknown): string[] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // EBADNAME: it is too long, or has an empty part, so that there can be none.
  if (['ENODATA', 'ENOTFOUND', 'EBADNAME'].includes(code)) return [];
  throw new AppError('unavailable', `DNS gives no answer about ${name} (${code || String(error)}): try again later.`);
}
