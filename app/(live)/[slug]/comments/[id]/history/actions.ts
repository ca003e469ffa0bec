'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { removeEarlierVersions } from '@/lib/comments/edit-history';
import { done } from '@/lib/forms/form-state';

export const removeEarlierVersionsAction = formAction(
  {
    name: 'comment.remove-versions',
    who: 'comments.moderate',
    schema: z.object({ id: z.string().min(1).max(40) }),
    rateLimit: { name: 'comment-moderation', limit: 240, seconds: 60 },
  },
  async ({ id }, { actor }) => {
    await removeEarlierVersions(actor, id);
    return done('The earlier versions are removed.');
  },
);
