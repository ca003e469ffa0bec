'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';
import { limits } from '@/lib/users/rate-limits';
import { deleteTag, describeTag, mergeTags, renameTag } from '@/lib/posts/tagging/tag-changes';

const staff = { who: 'posts.edit-any', rateLimit: limits.staff } as const;

export const renameTagAction = formAction(
  {
    name: 'tag.rename',
    schema: z.object({ id: z.string(), name: z.string(), slug: z.string().max(300).optional() }),
    ...staff,
  },
  async ({ slug = '', ...input }, { actor }) => {
    await renameTag(actor, { ...input, slug });
    return done('Renamed. The old address redirects to the new one.');
  },
);

export const describeTagAction = formAction(
  { name: 'tag.describe', schema: z.object({ id: z.string(), description: z.string() }), ...staff },
  async (input, { actor }) => {
    await describeTag(actor, input);
    return done('Description saved.');
  },
);

export const mergeTagsAction = formAction(
  { name: 'tag.merge', schema: z.object({ id: z.string(), into: z.string() }), ...staff },
  async (input, { actor }) => {
    const { id } = await mergeTags(actor, input);
    return redirectWithAnswer(
      actor,
      paths.admin.tag(id),
      done('The tags were merged, and the old address redirects here.'),
    );
  },
);

export const deleteTagAction = formAction(
  { name: 'tag.delete', schema: z.object({ id: z.string() }), ...staff },
  async ({ id }, { actor }) => {
    await deleteTag(actor, id);
    redirect(paths.admin.tags());
  },
);
