import { requireCapability } from '@/lib/auth/guards';
import { findActor } from '@/lib/auth/session';
import { titleOf } from '@/lib/posts/title';
import { searchPosts } from '@/lib/search/queries';
import { paths } from '@/lib/web/paths';
import { answer, explain } from '../media/answering';

const MAX_FOUND = 6;

/** The public posts and pages that `q` finds, for links within the site. */
export async function GET(request: Request) {
  try {
    requireCapability(await findActor(), 'media.upload');
    const question = new URL(request.url).searchParams.get('q') ?? '';
    const { answers } = await searchPosts(question.slice(0, 200));
    const posts = answers
      .slice(0, MAX_FOUND)
      .map(({ post }) => ({ path: paths.post(post.slug), title: titleOf(post) }));
    return answer({ posts }, 200);
  } catch (error) {
    return explain(error, 'The search did not respond. Please try again.');
  }
}
