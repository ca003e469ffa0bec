'use server';

import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { muteAuthor, muteForm, unmute, unmuteForm } from '@/lib/mutes/muting';

const rateLimit = { name: 'mute', limit: 60, seconds: 10 * 60 };

export const muteAction = formAction(
  { name: 'mute.author', who: 'comments.write', schema: muteForm, rateLimit },
  async (input, { actor }) => {
    const { name } = await muteAuthor(actor, input);
    return done(
      input.intent === 'mute'
        ? `Muted. In conversations, comments by ${name} are hidden for you. They are not told.`
        : `Unmuted. You see comments by ${name} again.`,
    );
  },
);

export const unmuteAction = formAction(
  { name: 'mute.end', who: 'signed-in', schema: unmuteForm, rateLimit },
  async (input, { actor }) => {
    await unmute(actor, input);
    return done('Unmuted.');
  },
);
