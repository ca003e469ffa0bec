import type { PostType } from '@/lib/posts/post';

type Addressed = {
  /** With what is saved. */
  post: { type: PostType; address: string; fields: { parentId: string } };
  /** As typed. */
  fields: { parentId: string };
  site: { parents: readonly { id: string; address: string }[] };
};

/** What an address begins with, before the slug: of a page below another one, that page's address. */
export function addressBase({ post, fields, site }: Addressed) {
  const { parentId } = fields;
  if (post.type !== 'page' || parentId === post.fields.parentId) return post.address.replace(/[^/]*$/, '');
  const parent = site.parents.find(({ id }) => id === parentId);
  return parent ? `${parent.address}/` : '/';
}
