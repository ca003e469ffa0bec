import 'server-only';
import { cacheTags } from '@/lib/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { earliest, nextDueMoment, nextPublication, publicationAt } from '@/lib/posts/due';
import {
  findNeighbours,
  findPublicPost,
  listPublicPosts,
  type Neighbours,
  type PostTeaser,
  type PublicPost,
} from '@/lib/posts/queries';
import { getSettings } from '@/lib/settings/queries';
import { defaultSettings } from '@/lib/settings/settings';

export function readSettings() {
  return cachedRead({ key: 'settings', tags: [cacheTags.site], load: getSettings, atBuild: defaultSettings });
}

export function readPosts() {
  return readList<PostTeaser[]>('posts', () => listPublicPosts(10), []);
}

/** The post or page at an address. "Not found" holds until something is saved there, or what is planned falls due. */
export async function readPost(slug: string) {
  const { post } = await cachedRead<{ post: PublicPost | null; until: number | null }>({
    key: `post:${slug}`,
    tags: ({ post }) => (post ? tagsOf(post) : [cacheTags.address(slug)]),
    load: async () => {
      const post = await findPublicPost(slug);
      return { post, until: earliest(post ? post.unpublishAt : await publicationAt(slug)) };
    },
    expiresAt: ({ until }) => until,
    atBuild: { post: null, until: null },
  });
  return post;
}

/**
 * The posts before and after one. Whoever publishes, moves or withdraws a post makes both its neighbours stale, so this
 * depends on three posts and not on the whole list; only the newest post has to wait for what is planned.
 */
export async function readNeighbours(post: PublicPost): Promise<Neighbours> {
  if (post.type !== 'post') return { previous: null, next: null };
  const { neighbours } = await cachedRead<{ neighbours: Neighbours; until: number | null }>({
    key: `neighbours:${post.id}`,
    tags: ({ neighbours: { previous, next } }) =>
      [post, previous, next].flatMap((each) => (each ? [cacheTags.post(each.id)] : [])),
    load: async () => {
      const neighbours = await findNeighbours(post);
      const { previous, next } = neighbours;
      const until = earliest(previous?.unpublishAt, next ? next.unpublishAt : await nextPublication());
      return { neighbours, until };
    },
    expiresAt: ({ until }) => until,
    atBuild: { neighbours: { previous: null, next: null }, until: null },
  });
  return neighbours;
}

/** A read of many posts: stale when any list changes, and at the next moment at which time alone changes one. */
async function readList<T>(key: string, load: () => Promise<T>, atBuild: T, tags: string[] = []): Promise<T> {
  const { value } = await cachedRead<{ value: T; until: number | null }>({
    key,
    tags: [cacheTags.list, ...tags],
    load: async () => {
      const until = await nextDueMoment();
      return { value: await load(), until };
    },
    expiresAt: ({ until }) => until,
    atBuild: { value: atBuild, until: null },
  });
  return value;
}

function tagsOf(post: PublicPost) {
  return [
    cacheTags.post(post.id),
    cacheTags.comments(post.id),
    ...post.tags.map((tag) => cacheTags.tag(tag.id)),
    ...post.authors.map((author) => cacheTags.author(author.id)),
  ];
}
