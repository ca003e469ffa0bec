import type { DashboardLanguage } from '@/lib/i18n/admin/dashboard-language';

export const roles = ['owner', 'admin', 'editor', 'author', 'contributor', 'moderator', 'ads', 'reader'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  editor: 'Editor',
  author: 'Author',
  contributor: 'Contributor',
  moderator: 'Moderator',
  ads: 'Ad manager',
  reader: 'Reader',
};

export const roleHints: Record<Role, string> = {
  owner: 'full access; can add owners',
  admin: 'manages the site',
  editor: 'all posts and comments',
  author: 'their own posts',
  contributor: 'drafts that others publish',
  moderator: 'comments only',
  ads: 'ad slots and their images',
  reader: 'reads and comments',
};

/** The current actor, read from the database for every request that acts, never from a token alone. */
export type Actor = {
  id: string;
  name: string;
  role: Role;
  sessionId: string;
  emailVerified: boolean;
  /** Staff who must use a passkey and have not yet: they may do no more than a reader. */
  needsPasskey?: true;
  /** Absent: as the site. */
  dashboardLanguage?: DashboardLanguage;
};

export type Capability =
  | 'comments.write'
  | 'comments.moderate'
  | 'posts.write'
  | 'posts.publish'
  | 'posts.edit-any'
  /** HTML that runs in a closed frame of a post. */
  | 'posts.framed-code'
  | 'media.upload'
  | 'slots.edit'
  /** Code that runs in the page can do whatever the page can. */
  | 'slots.trusted-code'
  | 'statistics.read'
  | 'users.manage'
  | 'settings.edit'
  | 'import.run'
  /** Take away a copy of everything. */
  | 'site.export'
  | 'admin.enter';

const everybody: Capability[] = ['comments.write'];
const drafting: Capability[] = ['admin.enter', 'posts.write', 'media.upload'];
const writing: Capability[] = [...drafting, 'posts.publish'];
const editing: Capability[] = [
  ...writing,
  'posts.edit-any',
  'posts.framed-code',
  'comments.moderate',
  'statistics.read',
];
const running: Capability[] = [...editing, 'slots.edit', 'users.manage', 'settings.edit', 'import.run'];

const capabilities: Record<Role, readonly Capability[]> = {
  owner: [...everybody, ...running, 'slots.trusted-code', 'site.export'],
  admin: [...everybody, ...running],
  editor: [...everybody, ...editing],
  author: [...everybody, ...writing],
  contributor: [...everybody, ...drafting],
  moderator: [...everybody, 'admin.enter', 'comments.moderate'],
  ads: [...everybody, 'admin.enter', 'slots.edit', 'media.upload'],
  reader: everybody,
};

export function capabilitiesOf({ role, needsPasskey }: Pick<Actor, 'role' | 'needsPasskey'>) {
  return needsPasskey ? everybody : capabilities[role];
}

/** Whether readers may do this, too. */
export function isReaders(capability: Capability) {
  return capabilities.reader.includes(capability);
}

export function can(actor: Pick<Actor, 'role' | 'needsPasskey'> | null, capability: Capability) {
  return actor !== null && capabilitiesOf(actor).includes(capability);
}

/** Whether `a` may change the role of `target` to `wanted`: only owners may raise anyone to their own role or above. */
export function canGrant(actor: { role: Role }, target: Role, wanted: Role) {
  if (actor.role === 'owner') return true;
  if (actor.role !== 'admin') return false;
  return !['owner', 'admin'].includes(target) && !['owner', 'admin'].includes(wanted);
}
