import type { Command } from 'commander';
import { counted, print, printJson } from '../terminal';

export function registerMigrateCommand(program: Command) {
  program
    .command('migrate')
    .description('migrate the database to the schema of this version (also done at every start)')
    .option('--json', 'print the names of the applied migrations as JSON')
    .action(async ({ json }: { json?: true }) => {
      const { migrate } = await import('@/lib/database/migrations');
      const applied = await migrate();
      if (json) return printJson({ applied });
      print(applied.length > 0 ? `Applied ${counted(applied.length, 'migration')}.` : 'The database is up to date.');
    });
}
