import type { Command } from 'commander';
import { counted, print, printJson, withProgress } from '../terminal';

export function registerBackupCommands(program: Command) {
  program
    .command('backup')
    .description('back up the whole site, database and uploads, to one .tar.gz while it runs')
    .argument('<file>', 'the file to write; an existing one is replaced once the new one is complete')
    .option('--with-secrets', 'include the installation’s keys, sessions and pending e-mails: keep such a file safe')
    .option('--json', 'print what was written as JSON')
    .action(backup);
  program
    .command('restore')
    .description('restore a backup, on either database, completely or not at all; stop the site first')
    .argument('<file>', 'a file written by “backup”')
    .option('--replace', 'delete what this site holds')
    .option('--json', 'print what was restored as JSON')
    .action(restore);
}

async function backup(file: string, { withSecrets, json }: { withSecrets?: true; json?: true }) {
  const { backUp } = await import('@/lib/backup/backing-up');
  const report = await withProgress('Backing up', (progress) =>
    backUp({ file, withSecrets: withSecrets === true }, progress),
  );
  if (json) return printJson(report);
  const size = `${(report.bytes / 1024 / 1024).toFixed(1)} MB`;
  print(`Wrote ${contentOf(report)} to ${report.file} (${size}).`);
  if (!withSecrets)
    print('Sessions and the installation’s keys are not included: after a restore everyone has to sign in again.');
}

async function restore(file: string, { replace, json }: { replace?: true; json?: true }) {
  const { restoreBackup } = await import('@/lib/backup/restoring');
  const report = await withProgress('Restoring', (progress) =>
    restoreBackup({ file, replace: replace === true }, progress),
  );
  if (json) return printJson(report);
  print(`Restored ${contentOf(report)} as of ${report.madeAt.slice(0, 16).replace('T', ' ')} UTC.`);
}

function contentOf({ rows, uploads }: { rows: Record<string, number>; uploads: number }) {
  const { Post = 0, Comment = 0, User = 0 } = rows;
  const parts = [counted(Post, 'post or page', 'posts and pages'), counted(Comment, 'comment')];
  return `${parts.join(', ')}, ${counted(User, 'user', 'users')} and ${counted(uploads, 'uploaded file', 'uploaded files')}`;
}
