import type { ImporterOption } from '../../importer';

export const options: readonly ImporterOption[] = [
  {
    flag: '--blog <name>',
    name: 'blog',
    description: 'which blog to import, if the files hold several: its title, folder or number',
    problemWith: (name) => (name.trim() === '' ? 'It must be the title, folder or number of a blog.' : null),
  },
];
