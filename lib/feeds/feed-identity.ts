import { createHash } from 'node:crypto';
import type { SiteIdentity } from '@/lib/seo/head';

/** A feed's permanent id, also when the site moves to another address. */
export function feedIdOf({ settings, siteUrl }: Pick<SiteIdentity, 'settings' | 'siteUrl'>, path: string): string {
  const identity = settings.feedIdentity || siteUrl;
  const uuid = /^urn:uuid:(.+)$/.exec(identity)?.[1];
  if (!uuid) return `${identity}${path}`;
  return path === '/' ? identity : `urn:uuid:${uuidWithin(uuid, path)}`;
}

/** A name-based UUID (version 5 of RFC 9562). */
function uuidWithin(space: string, name: string) {
  const hash = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  const bytes = hash.subarray(0, 16);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x50;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
