import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import { german as words } from '@/lib/i18n/admin/de';
import { drawn } from './text';

/** The admin's texts in German: a script of its own, because people who read English do not need it. */
export const german = drawn(adminTextIn('de', words));
