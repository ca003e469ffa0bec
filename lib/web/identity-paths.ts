import { paths } from './paths';

// Apart from paths.ts, which the scripts of readers' pages load.
export const identityPath = '/admin/settings/identity';

export function socialCardPath(slug: string) {
  return `${paths.post(slug)}/card.png`;
}
