import { commonAddresses } from '@/lib/redirects/common-addresses';
import { LegacySystems } from '@/lib/redirects/legacy-systems';
import { importers } from './registry';

/** The legacy addresses of every supported system. */
export const legacyAddresses = new LegacySystems([
  ...importers.flatMap(({ addresses }) => addresses ?? []),
  commonAddresses,
]);
