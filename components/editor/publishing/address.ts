import type { PostType } from '@/lib/posts/post';

type Addressed = {
  /** Its address, and what is saved: published already, or pending. */
  post: { type: PostType; address: string; hasPending: boolean; fields: { parentId: string } };
  /** As typed. */
  fields: { parentId: string };
  site: { parents: readonly { id: string; address: string }[] };
};

/** What an address begins with, before the slug: of a page below another one, that page's address. */
export function addressBase({ post, fields, site }: Addressed) {
  const { parentId } = fields;
  const parent = site.parents.find(({ id }) => id === parentId);
  const isAsPublished = !post.hasPending && parentId === post.fields.parentId;
  if (post.type !== 'page' || isAsPublished || (parentId && !parent)) return post.address.replace(/[^/]*$/, '');
  return parent ? `${parent.address}/` : '/';
}
