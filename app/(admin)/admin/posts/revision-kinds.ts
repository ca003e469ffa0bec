import { msg } from '@/lib/i18n/admin/msg';

/** How a version came to be, where it was not only saved. */
export const revisionKinds: Record<string, string> = {
  publish: msg('published'),
  restore: msg('restored'),
  import: msg('imported'),
};
