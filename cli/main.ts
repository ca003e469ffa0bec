import './silence-warnings';
import { Command, CommanderError } from 'commander';
import { registerBackupCommands } from './commands/backup';
import { registerDkimCommand } from './commands/dkim';
import { registerDoctorCommand } from './commands/doctor';
import { registerExportCommands } from './commands/export';
import { registerImportCommands } from './commands/import';
import { registerMigrateCommand } from './commands/migrate';
import { registerReindexCommand } from './commands/reindex';
import { registerSeedCommand } from './commands/seed';
import { registerUserCommands } from './commands/user';

const USAGE_EXIT_CODE = 2;

process.exitCode = await run();

/** Returns the exit code: 0 on success, 1 on failure with a sentence on stderr, 2 on wrong usage. */
async function run() {
  const program = createProgram();
  try {
    await program.parseAsync();
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_EXIT_CODE;
    const { explainError } = await import('@/lib/database/error-messages');
    process.stderr.write(`${explainError(error, 'Something went wrong')}\n`);
    return 1;
  } finally {
    const { disconnect } = await import('@/lib/database/db');
    await disconnect();
  }
}

function createProgram() {
  const program = new Command('masthead')
    .description('The command-line tool of Masthead. Run a command with --help to see its options.')
    .usage('COMMAND')
    .showHelpAfterError('(add --help to see how)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  registerUserCommands(program);
  registerImportCommands(program);
  registerExportCommands(program);
  registerBackupCommands(program);
  registerMigrateCommand(program);
  registerDoctorCommand(program);
  registerDkimCommand(program);
  registerReindexCommand(program);
  registerSeedCommand(program);
  return program;
}
