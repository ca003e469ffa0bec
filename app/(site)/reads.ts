import 'server-only';
import { cacheTags } from '@/lib/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { findPublicPost, listPublicPosts, type PublicPost, type PostTeaser } from '@/lib/posts/queries';
import { getSettings } from '@/lib/settings/queries';
import { defaultSettings } from '@/lib/settings/settings';

export function readSettings() {
  return cachedRead({ key: 'settings', tags: [cacheTags.site], load: getSettings, atBuild: defaultSettings });
}

export function readPosts() {
  return cachedRead<PostTeaser[]>({
    key: 'posts',
    tags: [cacheTags.list],
    load: () => listPublicPosts(10),
    atBuild: [],
  });
}

export function readPost(slug: string) {
  return cachedRead<PublicPost | null>({
    key: `post:${slug}`,
    tags: (post) => (post ? [cacheTags.post(post.id), cacheTags.comments(post.id)] : [cacheTags.address(slug)]),
    load: () => findPublicPost(slug),
    atBuild: null,
  });
}
