import 'server-only';
import { findPublicPost } from '@/lib/posts/listing/queries';
import { findAuthor, findTag } from '@/lib/posts/listing/subject-queries';
import { articleContext, type PageContext } from '@/lib/slots/placement-rules';

/** What a page of this site is to its slots; null if there is none at this path. */
export async function pageAt(path: string): Promise<PageContext | null> {
  const parts = path.trim().replace(/^\/+/, '').split('/').map(decoded);
  const [first = '', second = ''] = parts;
  if (first === '') return { type: 'home' };
  if (first === 'archive') return { type: 'archive' };
  if (first === 'tag') {
    const tag = await findTag(second);
    return tag && { type: 'tag', tagIds: [tag.id] };
  }
  if (first === 'author') {
    const author = await findAuthor(second);
    return author && { type: 'author', authorIds: [author.id] };
  }
  const post = await findPublicPost(parts.join('/'));
  return post && articleContext(post);
}

function decoded(part: string) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
