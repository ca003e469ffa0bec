'use server';

import { z } from 'zod';
import { roleNames, roles, type Actor } from '@/lib/auth/actor';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done, refused } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';
import { banForm, banUser, unbanUser } from '@/lib/users/banning';
import {
  adoptForm,
  invitationLink,
  invitationSentence,
  inviteAgain,
  inviteForm,
  inviteImported,
  inviteUser,
} from '@/lib/users/invitations';
import { runUserBulk } from '@/lib/users/bulk-users';
import { editForm, editUser } from '@/lib/users/editing';
import { givePosts, givingForm, takePostsBack } from '@/lib/users/giving-posts';
import { limits } from '@/lib/users/rate-limits';
import { keepUser, removalForm, removeUser } from '@/lib/users/removal';
import { changeRole, roleForm } from '@/lib/users/roles';
import { signOutUser } from '@/lib/users/sessions';

const oneForm = z.object({ id: z.string() });
const staff = { who: 'users.manage', rateLimit: limits.staff } as const;

export const inviteAction = formAction(
  { name: 'user.invite', schema: inviteForm, ...staff },
  async (input, context) => {
    const { id } = await inviteUser(context.actor, input);
    return answerInvited(context.actor, { id, email: input.email });
  },
);

export const inviteImportedAction = formAction(
  { name: 'user.invite-imported', schema: adoptForm, ...staff },
  async (input, { actor }) => {
    await inviteImported(actor, input);
    return answerInvited(actor, input);
  },
);

export const changeRoleAction = formAction(
  { name: 'user.role', schema: roleForm, ...staff },
  async (input, { actor }) => {
    const { name, role } = await changeRole(actor, input);
    return done(`${name} now has the role “${roleNames[role]}”. It takes effect immediately.`);
  },
);

export const inviteAgainAction = formAction(
  { name: 'user.invite-again', schema: oneForm, ...staff },
  async ({ id }, { actor }) => {
    const { email } = await inviteAgain(actor, id);
    return answerInvited(actor, { id, email });
  },
);

async function answerInvited(actor: Actor, { id, email }: { id: string; email: string }) {
  const values = { link: await invitationLink(actor, id) };
  return redirectWithAnswer(actor, paths.admin.user(id), { ...done(invitationSentence(email)), values });
}

const removed = {
  give: 'The posts are given away. The account is suspended, and is deleted in a day.',
  keep: 'The account is closed. The posts stay under the name.',
  trash: 'The posts are in the trash. The account is suspended, and is deleted in a day.',
};

export const removeUserAction = formAction(
  { name: 'user.remove', schema: removalForm, ...staff },
  async (input, { actor }) => {
    await removeUser(actor, input);
    return redirectWithAnswer(actor, paths.admin.user(input.id), done(removed[input.posts]));
  },
);

export const keepUserAction = formAction(
  { name: 'user.keep', schema: oneForm, ...staff },
  async ({ id }, { actor }) => {
    const { name } = await keepUser(actor, id);
    return redirectWithAnswer(
      actor,
      paths.admin.user(id),
      done(`The account of ${name} is kept. They may sign in again.`),
    );
  },
);

export const editUserAction = formAction(
  { name: 'user.edit', schema: editForm, ...staff },
  async (input, { actor }) => {
    const { name } = await editUser(actor, input);
    return done(`The profile of ${name} is saved.`);
  },
);

export const givePostsAction = formAction(
  { name: 'user.give-posts', schema: givingForm, ...staff },
  async (input, { actor }) => {
    const { name } = await givePosts(actor, input);
    const sentence = `Their posts are ${name}’s now, and the old author page redirects there.`;
    return redirectWithAnswer(actor, paths.admin.user(input.id), done(sentence));
  },
);

export const takePostsBackAction = formAction(
  { name: 'user.take-posts-back', schema: oneForm, ...staff },
  async ({ id }, { actor }) => {
    const { name } = await takePostsBack(actor, id);
    return redirectWithAnswer(actor, paths.admin.user(id), done(`The posts are ${name}’s again.`));
  },
);

export const banAction = formAction({ name: 'user.ban', schema: banForm, ...staff }, async (input, { actor }) => {
  const { name } = await banUser(actor, input);
  return done(`${name} is suspended and signed out. Their posts and comments stay.`);
});

export const unbanAction = formAction({ name: 'user.unban', schema: oneForm, ...staff }, async ({ id }, { actor }) => {
  const { name } = await unbanUser(actor, id);
  return done(`${name} may sign in again.`);
});

export const signOutUserAction = formAction(
  { name: 'user.sign-out', schema: oneForm, ...staff },
  async ({ id }, { actor }) => {
    await signOutUser(actor, id);
    return done('Signed out in every browser.');
  },
);

const bulkWords = { role: 'Roles changed', suspend: 'Users suspended', unsuspend: 'Suspensions lifted' };

/** Changes the role of the selected users, suspends them, or lifts that. */
export const runUserBulkAction = formAction(
  {
    name: 'user.bulk',
    isBulk: true,
    schema: z.object({
      intent: z.enum(['role', 'suspend', 'unsuspend']),
      id: z.preprocess(
        (ids) => (typeof ids === 'string' ? [ids] : (ids ?? [])),
        z
          .array(z.string().max(64))
          .min(1, 'Select at least one first.')
          .max(100, 'Please choose at most 100 at a time.'),
      ),
      role: z.enum(roles, 'Choose one of the roles.').default('reader'),
    }),
    ...staff,
  },
  async ({ intent: action, id: ids, role }, { actor }) => {
    const { done: changed, failed } = await runUserBulk(actor, { action, ids, role });
    const [first] = failed;
    if (changed.length === 0 && first) return refused(first, {}, { role });
    const sentence = `${bulkWords[action]}: ${changed.length}.`;
    const said = done(first ? `${sentence} Not changed: ${failed.length}. ${first}` : sentence);
    return action === 'suspend' ? { ...said, values: { undo: 'unsuspend', undoIds: changed.join(',') } } : said;
  },
);
