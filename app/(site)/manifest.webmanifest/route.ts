import { manifestText } from '@/lib/seo/manifest';
import { plainAnswer } from '../plain-answer';
import { readSite } from '../reads';

export const dynamic = 'force-static';

export async function GET() {
  return plainAnswer(manifestText(await readSite()), 'application/manifest+json; charset=utf-8');
}
