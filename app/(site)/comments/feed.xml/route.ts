import { siteCommentFeed } from '../../feeds';

export const dynamic = 'force-static';

export function GET() {
  return siteCommentFeed('atom');
}
