import { robotsText } from '@/lib/seo/robots';
import { plainAnswer } from '../plain-answer';
import { readSite } from '../reads';

export const dynamic = 'force-static';

export async function GET() {
  const { siteUrl, settings } = await readSite();
  return plainAnswer(robotsText(siteUrl, settings));
}
