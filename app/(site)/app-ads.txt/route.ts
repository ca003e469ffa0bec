import { plainAnswer } from '../plain-answer';
import { readSettings } from '@/lib/settings/queries';

export const dynamic = 'force-static';

/** IAB app-ads.txt: the same for the apps of this site's owner, which app stores link to it. */
export async function GET() {
  return plainAnswer((await readSettings()).appAdsTxt);
}
