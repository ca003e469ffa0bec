import { roleHints, roleNames } from '@/lib/auth/actor';
import { untranslated } from '@/lib/i18n/languages';
import { postStates } from '@/lib/posts/post';
import { reactionNames } from '@/lib/reactions/reaction';

/** Labels of lib that the admin writes with `t`, by the name of their register. */
export const registers: Readonly<Record<string, readonly string[]>> = {
  postStates,
  roleNames: Object.values(roleNames),
  roleHints: Object.values(roleHints),
  reactions: Object.values(reactionNames).map(({ label }) => label),
  languages: [untranslated],
};
