import { plainAnswer } from '../plain-answer';
import { readSettings } from '@/lib/settings/queries';

export const dynamic = 'force-static';

/** Who may sell this site's slots (IAB ads.txt); the name is the standard's. */
export async function GET() {
  return plainAnswer((await readSettings()).adsTxt);
}
