import { z } from 'zod';
import { ownPath } from '@/lib/html/own-addresses';
import { msg } from '@/lib/i18n/admin/msg';
import { canonicalPath } from '@/lib/web/canonical-path';
import { percentDecoded } from '@/lib/web/percent-decoding';
import type { LegacySystems } from './legacy-systems';

export const redirectStatuses = [301, 302, 410] as const;
export type RedirectStatus = (typeof redirectStatuses)[number];
export const redirectKinds = ['exact', 'prefix'] as const;
export type RedirectKind = (typeof redirectKinds)[number];

export const statusNames: Record<RedirectStatus, string> = {
  301: msg('301 Moved permanently'),
  302: msg('302 Moved temporarily'),
  410: msg('410 Gone'),
};
export const kindNames: Record<RedirectKind, string> = {
  exact: msg('This address alone'),
  prefix: msg('This address and all below it'),
};

const HERE = 'http://localhost';
export const MAX_FROM_LENGTH = 1_000;
export const MAX_TO_LENGTH = 2_000;
/** So many folders of an address are looked up. */
export const MAX_PREFIX_DEPTH = 12;

export const redirectSchema = z.object({
  from: z.string(),
  to: z.string().default(''),
  status: z.enum(['301', '302', '410']).transform((status) => Number(status) as RedirectStatus),
  kind: z.enum(redirectKinds),
});

/** A rule as it was typed; without a target where the address is gone. */
export type RedirectDraft = z.output<typeof redirectSchema>;

/** What is known of the site where an address is read. */
export type Site = { hosts: readonly string[]; legacy: LegacySystems };

type Reading = { address: string } | { problem: string };

/** The source of a rule as requests are compared with it, or what is wrong with it. */
export function readFrom(text: string, kind: RedirectKind, { hosts, legacy }: Site): Reading {
  const path = ownPath(text.trim(), hosts);
  if (path === '') return { problem: 'Enter the address that is redirected.' };
  const url = parsePath(path);
  if (!url) return { problem: 'The source has to be a path of this site, such as /old-post.' };
  const { pathname, search, hash } = url;
  if (hash) return { problem: 'Leave out what follows “#” in the source: browsers do not send it.' };
  const query = legacy.canonicalQuery(search);
  if (search && (!query || kind === 'prefix')) {
    return { problem: 'Leave out the query string of the source: it is ignored when addresses are compared.' };
  }
  const address = canonicalPath(pathname) + query;
  if (address.length > MAX_FROM_LENGTH) {
    return { problem: `The source can have at most ${MAX_FROM_LENGTH} characters.` };
  }
  if (kind === 'prefix' && address.split('/').length > MAX_PREFIX_DEPTH + 1) {
    return { problem: `A source with all below it can have at most ${MAX_PREFIX_DEPTH} folders.` };
  }
  return { address };
}

/** The target of a rule, or what is wrong with it. */
export function readTo(text: string, kind: RedirectKind, { hosts }: Pick<Site, 'hosts'>): Reading {
  const target = ownPath(text.trim(), hosts);
  if (target === '') return { problem: 'Enter the address to which it leads.' };
  const path = parsePath(target);
  const url = path ?? webAddress(target);
  if (!url) {
    return {
      problem: 'The target has to be a path of this site, such as /new-post, or begin with https:// or http://.',
    };
  }
  if (kind === 'prefix' && (url.search || url.hash)) {
    return {
      problem: 'The rest of the path is added to this target: leave out its query string and what follows “#”.',
    };
  }
  const address = path ? path.pathname + path.search + path.hash : url.href;
  if (address.length > MAX_TO_LENGTH) return { problem: `The target can have at most ${MAX_TO_LENGTH} characters.` };
  return { address };
}

/** The target for an address below a prefix. */
export function withRest(to: string, rest: string) {
  return rest === '' ? to : to.replace(/\/$/, '') + rest;
}

/** The addresses above one, the nearest first, and itself: a prefix of any of them concerns it. */
export function prefixesOf(path: string): string[] {
  const parts = path.split('/').slice(1, MAX_PREFIX_DEPTH + 1);
  return parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}`).toReversed();
}

function parsePath(text: string) {
  const url = text.startsWith('/') ? URL.parse(text, HERE) : null;
  if (url?.origin !== HERE) return null;
  url.pathname = escaped(url.pathname.replace(/^\/+/, '/'));
  return url;
}

// As requests are read: "/50%" is a path, too.
function escaped(pathname: string) {
  return percentDecoded(pathname) === null ? pathname.replaceAll('%', '%25') : pathname;
}

function webAddress(text: string) {
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
  return url && !url.username && !url.password ? url : null;
}
