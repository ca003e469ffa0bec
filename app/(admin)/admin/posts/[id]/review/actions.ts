'use server';

import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done } from '@/lib/forms/form-state';
import { returnForm, returnPost } from '@/lib/notes/reviewing';
import { paths } from '@/lib/web/paths';

export const returnPostAction = formAction(
  {
    name: 'post.return',
    who: 'posts.edit-any',
    schema: returnForm,
    rateLimit: { name: 'post.return', limit: 120, seconds: 600 },
  },
  async (input, { actor }) => {
    await returnPost(actor, input);
    return redirectWithAnswer(actor, paths.admin.review(input.id), done('Returned. Its authors are told why.'));
  },
);
