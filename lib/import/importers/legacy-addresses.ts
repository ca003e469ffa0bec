import { commonAddresses } from '@/lib/redirects/common-addresses';
import { LegacySystems } from '@/lib/redirects/legacy-systems';
import { importers } from './registry';

/** The addresses of every system that can be imported from, as the live site answers them. */
export const legacyAddresses = new LegacySystems([
  ...importers.flatMap(({ addresses }) => addresses ?? []),
  commonAddresses,
]);
