// What every command does first. Plain JavaScript that Node 20 can run: the pinned Node 24 is not there yet on a fresh
// clone. Each step says in plain words what it does and how long it took, and is skipped when nothing changed.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node24 = join(root, 'node_modules/node/bin/node');
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'next.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'postcss.config.mjs',
  'server/next-cache-handler.mjs',
];

/** The flags with which TypeScript outside Next runs: path aliases resolve, and "server-only" stays quiet. */
export const typescript = ['--conditions=react-server', '--import', 'tsx'];

/** Puts the locked packages in place, and both Prisma clients. */
export function install() {
  requireNode();
  const lock = hashOf(['package-lock.json', 'package.json']);
  if (!isStamped('node_modules/.masthead-packages', lock) || !existsSync(node24)) {
    step('Installing the locked packages', () => {
      run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']);
      if (!existsSync(node24))
        run('npm', ['rebuild', 'node', '--loglevel=error', '--foreground-scripts', '--ignore-scripts=false']);
    });
    stamp('node_modules/.masthead-packages', lock);
  }
  const schema = hashOf(['prisma/schema.prisma', 'package-lock.json']);
  if (!isStamped('prisma/generated/.source', schema)) {
    step('Generating the database clients', () => run(node24, ['--import', 'tsx', 'scripts/generate.ts']));
    stamp('prisma/generated/.source', schema);
  }
}

/** Builds the application if its source is not the one that was built last. */
export function build() {
  const source = hashOf(sources);
  if (isStamped('.next/.source', source) && existsSync(join(root, '.next/BUILD_ID'))) return;
  step('Building the site', () => run(node24, ['node_modules/next/dist/bin/next', 'build'], { quiet: true }));
  stamp('.next/.source', source);
}

/** Runs a command on the pinned Node; answers with its exit code. */
export function launch(args, env = {}) {
  const child = spawn(node24, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...pathWithBinaries(), ...env },
  });
  const forward = (signal) => child.kill(signal);
  process.on('SIGTERM', forward);
  process.on('SIGINT', () => {});
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGTERM' ? 143 : 1))),
  );
}

export function step(title, work) {
  process.stdout.write(`${title} … `);
  const began = performance.now();
  try {
    work();
  } catch (error) {
    process.stdout.write('failed\n');
    process.stderr.write(`${title} did not work: ${String(error.output ?? error.message).trim()}\n`);
    process.exit(1);
  }
  process.stdout.write(`done in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}

export function run(command, args, { quiet = true } = {}) {
  try {
    execFileSync(command, args, {
      cwd: root,
      stdio: quiet ? 'pipe' : 'inherit',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, ...pathWithBinaries(), NEXT_TELEMETRY_DISABLED: '1' },
    });
  } catch (error) {
    throw Object.assign(error, { output: `${error.stdout ?? ''}${error.stderr ?? ''}` || error.message });
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Masthead needs Node 20.19 or newer to start; this is ${process.versions.node}.\n`);
  process.exit(1);
}

// npm puts node_modules/.bin first for scripts, where the pinned Node is; a direct call must do the same.
function pathWithBinaries() {
  return { PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` };
}

function isStamped(file, content) {
  const path = join(root, file);
  return existsSync(path) && readFileSync(path, 'utf8') === content;
}

function stamp(file, content) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesBelow(path))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0');
  return hash.digest('hex');
}

function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => (/\.test\.tsx?$/.test(name) ? [] : filesBelow(`${path}/${name}`)));
}
