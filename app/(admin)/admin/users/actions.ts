'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { roleNames } from '@/lib/auth/actor';
import { formAction } from '@/lib/form-action';
import { done } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { banForm, banPerson, unbanPerson } from '@/lib/people/banning';
import { adoptForm, invitationSentence, inviteForm, inviteImported, invitePerson } from '@/lib/people/inviting';
import { limits } from '@/lib/people/limits';
import { changeRole, roleForm } from '@/lib/people/roles';
import { signOutPerson } from '@/lib/people/sessions';

const oneForm = z.object({ id: z.string() });
const staff = { who: 'people.manage', rateLimit: limits.staff } as const;

export const inviteAction = formAction(
  { name: 'person.invite', schema: inviteForm, ...staff },
  async (input, context) => {
    const { id } = await invitePerson(context.actor, input);
    redirect(`${paths.admin.person(id)}?invited=1`);
  },
);

export const inviteImportedAction = formAction(
  { name: 'person.invite-imported', schema: adoptForm, ...staff },
  async (input, { actor }) => {
    const { name } = await inviteImported(actor, input);
    return done(invitationSentence(name));
  },
);

export const changeRoleAction = formAction(
  { name: 'person.role', schema: roleForm, ...staff },
  async (input, { actor }) => {
    const { name, role } = await changeRole(actor, input);
    return done(`${name} now has the role “${roleNames[role]}”. It takes effect immediately.`);
  },
);

export const banAction = formAction({ name: 'person.ban', schema: banForm, ...staff }, async (input, { actor }) => {
  const { name } = await banPerson(actor, input);
  return done(`${name} is suspended and signed out. Their posts and comments stay.`);
});

export const unbanAction = formAction(
  { name: 'person.unban', schema: oneForm, ...staff },
  async ({ id }, { actor }) => {
    const { name } = await unbanPerson(actor, id);
    return done(`${name} may sign in again.`);
  },
);

export const signOutPersonAction = formAction(
  { name: 'person.sign-out', schema: oneForm, ...staff },
  async ({ id }, { actor }) => {
    await signOutPerson(actor, id);
    return done('Signed out in every browser.');
  },
);
