// Checks the sizes of functions and files, as counted by oxlint.
import { spawnSync } from 'node:child_process';
import { judgeSizes, readSizes } from './lint/sizes.mjs';

const folders = ['app', 'cli', 'components', 'lib', 'server'];
const { stdout, stderr } = spawnSync('oxlint', ['-c', 'scripts/lint/sizes.json', '--format', 'json', ...folders], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (!stdout) throw new Error(`oxlint gave no report: ${stderr}`);
const sizes = readSizes(JSON.parse(stdout));
if (sizes.functions.length === 0 || sizes.files.length === 0) throw new Error('oxlint counted no lines.');
const { figures, faults } = judgeSizes(sizes);
const { medianFunction, largestFunction, medianFile } = figures;
process.stdout.write(
  `Median function ${medianFunction} lines, largest ${largestFunction}; median file ${medianFile}.\n`,
);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
