import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findOldWords, readWordList } from './lint/word-list.mjs';

const words = readWordList(readFileSync('docs/style.md', 'utf8'));
const isOurs = (file) =>
  /\.(ts|tsx|mjs|js|css|md)$/.test(file) &&
  // Decisions are never rewritten; the list, its test, former routes and older backups name the old words.
  !/^(docs\/decisions|findings|prisma\/migrations)\/|^docs\/style\.md$|^lib\/(web\/former-routes|backup\/earlier-versions)\.|^scripts\/lint\/word/.test(
    file,
  );

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => isOurs(file) && existsSync(file));
let count = 0;
for (const file of files) {
  const names = findOldWords(file, words).map(
    ({ term, write }) => `${file}: its name holds "${term}", write "${write}"`,
  );
  const lines = findOldWords(readFileSync(file, 'utf8'), words).map(
    ({ line, term, write }) => `${file}:${line}: "${term}", write "${write}"`,
  );
  for (const sentence of [...names, ...lines]) process.stderr.write(`${sentence}\n`);
  count += names.length + lines.length;
}
if (count > 0) {
  process.stderr.write(`${count} old words. The list is in docs/style.md.\n`);
  process.exitCode = 1;
}
