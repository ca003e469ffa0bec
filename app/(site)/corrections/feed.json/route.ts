import { siteCorrectionsFeed } from '../../feeds';

export const dynamic = 'force-static';

export function GET() {
  return siteCorrectionsFeed('json');
}
