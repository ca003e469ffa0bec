import type { Command } from 'commander';
import { print, printJson } from '../terminal';

export function registerDoctorCommand(program: Command) {
  program
    .command('doctor')
    .description('check the environment, the data folder, the database and the disk; exits with 1 if anything is wrong')
    .option('--json', 'print the checks as JSON')
    .action(async ({ json }: { json?: true }) => {
      const { runChecks } = await import('@/lib/health/checks');
      const checks = await runChecks();
      if (json) printJson(checks);
      else print(...checks.map(({ isGood, sentence }) => `${isGood ? '✓' : '✗'} ${sentence}`));
      if (checks.some((check) => !check.isGood)) process.exitCode = 1;
    });
}
