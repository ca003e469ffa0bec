import { Option, type Command } from 'commander';
import type { Role } from '@/lib/auth/actor';
import { print, printJson, table } from '../terminal';

type Json = { json?: true };

// Separate from lib/auth/actor.ts, so that --help loads quickly; a test compares both.
export const roleChoices: Role[] = ['owner', 'admin', 'editor', 'author', 'contributor', 'moderator', 'ads', 'reader'];

export function registerUserCommands(program: Command) {
  const user = program.command('user').description('manage the users who can sign in');
  registerCreate(user);
  registerList(user);
  registerRole(user);
  registerResetPassword(user);
  registerResetPasskeys(user);
}

function registerCreate(user: Command) {
  user
    .command('create')
    .description('create an account; without --password-stdin it prints a link that opens it')
    .requiredOption('--email <address>', 'their e-mail address')
    .requiredOption('--name <name>', 'display name')
    .addOption(new Option('--role <role>', 'role').choices(roleChoices).makeOptionMandatory())
    .option('--password-stdin', 'read the password from standard input')
    .option('--json', 'print the result as JSON')
    .action(async (options: { email: string; name: string; role: Role; passwordStdin?: true } & Json) => {
      const { migrate } = await import('@/lib/database/migrations');
      const { createUserByHand, newUser } = await import('@/lib/users/admin-cli');
      const { validated } = await import('@/lib/forms/validation');
      await migrate();
      const wanted = validated(newUser, options);
      const { id, link } = await createUserByHand(wanted, await passwordFrom(options));
      if (options.json) printJson({ id, email: wanted.email, role: wanted.role, link });
      else print(`Created an account for ${wanted.name} (${wanted.role}).`, ...linkLines(link));
    });
}

function registerList(user: Command) {
  user
    .command('list')
    .description('list the users who can sign in')
    .addOption(new Option('--role <role>', 'only those with this role').choices(roleChoices))
    .option('--json', 'print the list as JSON')
    .action(async ({ role, json }: { role?: Role } & Json) => {
      const { listUsers } = await import('@/lib/users/admin-cli');
      const users = await listUsers(role ?? null);
      if (json) return printJson(users);
      const rows = users.map((one) => [one.email ?? '', one.name, one.bannedAt ? `${one.role}, suspended` : one.role]);
      print(...table([['E-MAIL', 'NAME', 'ROLE'], ...rows]));
    });
}

function registerRole(user: Command) {
  user
    .command('role')
    .description('change the role of a user, effective immediately')
    .argument('<email>', 'their e-mail address')
    .argument('<role>', `one of ${roleChoices.join(', ')}`)
    .option('--json', 'print the result as JSON')
    .action(async (email: string, role: string, { json }: Json) => {
      const wanted = roleChoices.find((one) => one === role);
      if (!wanted) return user.error(`error: the role must be one of ${roleChoices.join(', ')}`, { exitCode: 2 });
      const { setRoleByHand } = await import('@/lib/users/admin-cli');
      await setRoleByHand(email, wanted);
      if (json) printJson({ email, role });
      else print(`${email} is now ${role}.`);
    });
}

function registerResetPasskeys(user: Command) {
  user
    .command('reset-passkeys')
    .description('remove all passkeys of a user, who is signed out and can add a new one after signing in')
    .argument('<email>', 'their e-mail address')
    .option('--json', 'print the result as JSON')
    .action(async (email: string, { json }: Json) => {
      const { resetPasskeysByHand } = await import('@/lib/users/admin-cli');
      const removed = await resetPasskeysByHand(email);
      if (json) printJson({ email, removed });
      else print(`${email} has no passkeys any more (${removed} removed) and is signed out everywhere.`);
    });
}

function registerResetPassword(user: Command) {
  user
    .command('reset-password')
    .description('print a link to choose a new password, or set one from standard input')
    .argument('<email>', 'their e-mail address')
    .option('--password-stdin', 'read the new password from standard input')
    .option('--json', 'print the result as JSON')
    .action(async (email: string, options: { passwordStdin?: true } & Json) => {
      const { resetPasswordByHand } = await import('@/lib/users/admin-cli');
      const link = await resetPasswordByHand(email, await passwordFrom(options));
      if (options.json) printJson({ email, link });
      else if (link) print(...linkLines(link));
      else print(`${email} has a new password and is signed out everywhere.`);
    });
}

function linkLines(link: string | null) {
  return link ? ['This link opens the account and works once. Share it securely:', link] : [];
}

async function passwordFrom({ passwordStdin }: { passwordStdin?: true }) {
  if (!passwordStdin) return null;
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return text.replace(/\r?\n$/, '');
}
