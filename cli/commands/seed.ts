import { InvalidArgumentError, type Command } from 'commander';
import { counted, print, printJson, withProgress } from '../terminal';

type SeedOptions = { posts: number; comments: number; thread: number; seed: number; json?: true };

export function registerSeedCommand(program: Command) {
  program
    .command('seed')
    .description('add generated posts and comments, for testing and benchmarks')
    .option('--posts <n>', 'how many posts', wholeNumber, 0)
    .option('--comments <n>', 'how many comments, distributed over the posts', wholeNumber, 0)
    .option(
      '--thread <n>',
      'how many more comments for the newest post, half of them in one deep thread',
      wholeNumber,
      0,
    )
    .option('--seed <n>', 'random seed: the same number generates the same content', wholeNumber, 1)
    .option('--json', 'print what was added as JSON')
    .action(seed);
}

async function seed({ json, ...input }: SeedOptions, command: Command) {
  if (input.posts + input.comments + input.thread === 0)
    command.error('error: specify --posts, --comments or --thread');
  const { migrate } = await import('@/lib/database/migrations');
  const { seedSite } = await import('@/lib/seeding/seeding');
  await migrate();
  const report = await withProgress('Generating', (progress) => seedSite(input, progress));
  if (json) return printJson(report);
  print(
    `Added ${counted(report.posts, 'post')} and ${counted(report.comments, 'comment')} by ${counted(report.authors, 'author')}.`,
  );
}

function wholeNumber(text: string) {
  if (!/^\d{1,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number, at most 99999999.');
  return Number(text);
}
