import { roleHints, roleNames } from '@/lib/auth/actor';
import { postStates } from '@/lib/posts/post';

/** Labels of lib that the admin writes with `t`, by the name of their register. */
export const registers: Readonly<Record<string, readonly string[]>> = {
  postStates,
  roleNames: Object.values(roleNames),
  roleHints: Object.values(roleHints),
};
