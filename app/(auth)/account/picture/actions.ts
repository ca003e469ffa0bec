'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done } from '@/lib/forms/form-state';
import { AppError } from '@/lib/platform/errors';
import { copyGravatar } from '@/lib/users/gravatar';
import { removePicture, setPicture } from '@/lib/users/pictures';
import { limits } from '@/lib/users/rate-limits';
import { paths } from '@/lib/web/paths';

const none = 'Choose an image first.';

export const setPictureAction = formAction(
  {
    name: 'account.picture',
    who: 'signed-in',
    schema: z.object({ file: z.instanceof(File, { error: none }) }),
    rateLimit: limits.ownAccount,
  },
  async ({ file }, { actor }) => {
    if (file.size === 0) throw new AppError('invalid', none, { fields: { file: none } });
    await setPicture(actor, await file.bytes());
    return redirectWithAnswer(
      actor,
      paths.picture(),
      done('Saved. Your picture is shown with everything you have written.'),
    );
  },
);

export const copyGravatarAction = formAction(
  { name: 'account.gravatar', who: 'signed-in', schema: z.object({}), rateLimit: limits.ownAccount },
  async (_input, { actor }) => {
    await copyGravatar(actor);
    return redirectWithAnswer(actor, paths.picture(), done('Saved. This is a copy of your picture at Gravatar.'));
  },
);

export const removePictureAction = formAction(
  { name: 'account.remove-picture', who: 'signed-in', schema: z.object({}), rateLimit: limits.ownAccount },
  async (_input, { actor }) => {
    await removePicture(actor);
    return redirectWithAnswer(actor, paths.picture(), done('Your picture is removed.'));
  },
);
