import { percentDecoded } from '@/lib/web/percent-decoding';
import type { FileAddresses } from '../importer';
import { imageFileName } from '../reading/image-file-name';
import type { OldSite } from './old-site';

/** Files that lie as they did on the site. */
export function filesOfSite(site: OldSite): FileAddresses {
  const nameOf = (address: string) => {
    if (site.pathOf(address) === null) return null;
    const path = percentDecoded(URL.parse(address, `${site.root}/`)?.pathname ?? '')?.normalize('NFC') ?? '';
    const name = site.within(path).replace(/^\/+/, '');
    return name.split('/').every((part) => part !== '' && !/^\.|[\\\p{Cc}:]/u.test(part)) ? name : null;
  };
  return {
    imageNames: (address) => [nameOf(address) ?? ''].filter((name) => imageFileName.test(name)),
    fileName: nameOf,
    pathOf: (address) => site.pathOf(address),
  };
}
