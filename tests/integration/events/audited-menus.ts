import { addEntry } from '@/lib/menus/changing';
import { actorWith } from '../../factories/users';

export async function changeMenus() {
  await addEntry(await actorWith('admin'), 'footer', { target: '', address: '/archive', label: 'Archive' });
}
