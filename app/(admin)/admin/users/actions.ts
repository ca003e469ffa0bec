'use server';

import { z } from 'zod';
import { roleNames } from '@/lib/auth/actor';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';
import { banForm, banUser, unbanUser } from '@/lib/users/banning';
import { adoptForm, invitationSentence, inviteForm, inviteImported, inviteUser } from '@/lib/users/invitations';
import { limits } from '@/lib/users/rate-limits';
import { changeRole, roleForm } from '@/lib/users/roles';
import { signOutUser } from '@/lib/users/sessions';

const oneForm = z.object({ id: z.string() });
const staff = { who: 'users.manage', rateLimit: limits.staff } as const;

export const inviteAction = formAction(
  { name: 'user.invite', schema: inviteForm, ...staff },
  async (input, context) => {
    const { id } = await inviteUser(context.actor, input);
    return redirectWithAnswer(context.actor, paths.admin.user(id), done(invitationSentence(input.email)));
  },
);

export const inviteImportedAction = formAction(
  { name: 'user.invite-imported', schema: adoptForm, ...staff },
  async (input, { actor }) => {
    await inviteImported(actor, input);
    return redirectWithAnswer(actor, paths.admin.user(input.id), done(invitationSentence(input.email)));
  },
);

export const changeRoleAction = formAction(
  { name: 'user.role', schema: roleForm, ...staff },
  async (input, { actor }) => {
    const { name, role } = await changeRole(actor, input);
    return done(`${name} now has the role “${roleNames[role]}”. It takes effect immediately.`);
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
