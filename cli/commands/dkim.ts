import type { Command } from 'commander';
import { print, printJson } from '../terminal';

type Options = { selector: string; json?: true };

export function registerDkimCommand(program: Command) {
  const dkim = program.command('dkim').description('keys that sign e-mails');
  dkim
    .command('new')
    .description('make a key in the data folder, and print the DNS record for it')
    .option('--selector <name>', 'its name in DNS', 'masthead')
    .option('--json', 'print file and record as JSON')
    .action(createKey);
}

async function createKey({ selector, json }: Options) {
  const { createDkimKey, newDkimKey } = await import('@/lib/mail/dkim-keys');
  const { validated } = await import('@/lib/forms/validation');
  const made = await createDkimKey(validated(newDkimKey, { selector }));
  if (json) return printJson(made);
  const { record, file } = made;
  print(
    `Wrote a new key to ${file}. Set this record in DNS:`,
    '',
    `${record.name} ${record.type} "${record.value}"`,
    '',
  );
  print('When DNS answers with it, add to the environment of the site and start it again:', '');
  print(`DKIM_SELECTOR=${made.selector}`, `DKIM_PRIVATE_KEY_FILE=${file}`);
}
