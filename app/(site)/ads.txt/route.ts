import { plainAnswer } from '../plain-answer';
import { readSettings } from '@/lib/settings/queries';

export const dynamic = 'force-static';

/** IAB ads.txt: who may sell this site's slots. */
export async function GET() {
  return plainAnswer((await readSettings()).adsTxt);
}
