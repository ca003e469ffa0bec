'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { followText } from '@/lib/notes/anchors';
import { restoreRevision } from '@/lib/posts/editing/drafting';
import { listRevisions } from '@/lib/posts/editing/revisions';

export const restoreVersionAction = formAction(
  {
    name: 'post.restore-version',
    who: 'posts.write',
    rateLimit: { name: 'post.write', limit: 300, seconds: 600 },
    schema: z.object({ id: z.string().min(1).max(64), revisionId: z.string().min(1).max(64) }),
  },
  async (input, { actor }) => {
    await restoreRevision(actor, input);
    await followText(input.id);
    // What was the text before is the version before the newest.
    const [, before] = await listRevisions(actor, input.id);
    return {
      ...done('That version was restored. The one before it is in “Revision history”.'),
      values: before ? { before: before.id } : {},
    };
  },
);
