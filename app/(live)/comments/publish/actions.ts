'use server';

import { redirect } from 'next/navigation';
import { formAction } from '@/lib/actions/form-action';
import { findDevice, rememberDevice } from '@/lib/auth/device';
import { startSession } from '@/lib/auth/session';
import { AppError } from '@/lib/platform/errors';
import { proveByComment, publishForm, publishMailed } from '@/lib/users/publishing-by-mail';
import { limits } from '@/lib/users/rate-limits';
import { paths } from '@/lib/web/paths';

/** Proves an address with the link of an e-mail, signs in and publishes the comment that was written before. */
export const publishMailedAction = formAction(
  { name: 'comment.publish-mailed', who: 'anyone', schema: publishForm, rateLimit: limits.linksFrom },
  async (input, { actor, client }) => {
    const { id, user } = await proveByComment(input, { actor, device: await findDevice() }).catch((error: unknown) => {
      // The page of the link says what became of the comment, also after a second press.
      if (error instanceof AppError && error.code === 'gone') redirect(paths.publishComment(input.token));
      throw error;
    });
    const author = user ? await startSession(user) : actor;
    if (!author) throw new AppError('unavailable', 'You could not be signed in. Please open the link again.');
    await rememberDevice(author.id);
    const comment = await publishMailed(author, id, client);
    redirect(comment.address);
  },
);
