// Fails if a domain in lib/ imports one after it, or names a file above lib/ by a path in a string.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** From the foundation up; domains on one line do not import each other. */
export const order = [
  ['web'],
  ['i18n', 'runtime', 'text', 'time'],
  ['platform'],
  ['forms', 'html'],
  ['database'],
  ['secrets'],
  ['caching'],
  ['auth', 'fetching', 'outbox', 'rate-limits'],
  ['events', 'images'],
  ['settings'],
  ['actions'],
  ['mail'],
  ['posts'],
  ['search'],
  ['health', 'media', 'menus'],
  ['comments', 'identity', 'mutes', 'reactions', 'slots'],
  ['notes'],
  [
    'corrections',
    'editor',
    'notifications',
    'post-lists',
    'redirects',
    'saved-filters',
    'sellers',
    'site-code',
    'statistics',
  ],
  ['campaigns', 'media-kit', 'seo', 'users'],
  ['feeds', 'import', 'upkeep'],
  ['backup', 'dashboard', 'export', 'sample-content', 'seeding', 'setup'],
];

/** Programs that a domain starts as separate processes. */
const started = { import: ['cli/main.ts'] };

const importing = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)['"]([^'"]+)['"]/g;
const pathAbove = /['"`](?:\.{0,2}\/)*((?:app|components|server|cli)\/[\w./()[\]-]+\.(?:ts|tsx|mjs))['"`]/g;

/** Violations in a file of lib/, a sentence each. */
export function faultsOf(file, source) {
  const own = domainOf(file);
  const faults = [];
  if (rankOf(own) === -1) return [`${file}: scripts/domain-order.mjs does not say where "${own}" stands.`];
  for (const [, specifier] of source.matchAll(importing)) {
    const target = targetOf(file, specifier);
    const other = target && domainOf(target);
    if (!other || other === own || rankOf(other) === -1 || rankOf(other) < rankOf(own)) continue;
    faults.push(`${file} imports ${target}: ${own} comes before ${other}. Move what both need down, or pass it in.`);
  }
  for (const [, path] of source.matchAll(pathAbove)) {
    if (started[own]?.includes(path)) continue;
    faults.push(`${file} names ${path} in a string: lib calls nobody above it. Pass it in.`);
  }
  return faults;
}

function rankOf(domain) {
  return order.findIndex((line) => line.includes(domain));
}

/** "lib/posts/post.ts" → "posts". */
function domainOf(file) {
  return file.split('/')[1];
}

function targetOf(file, specifier) {
  if (specifier.startsWith('@/lib/')) return specifier.slice(2);
  if (!specifier.startsWith('.')) return null;
  const path = normalize(join(dirname(file), specifier));
  return path.startsWith('lib/') ? path : null;
}

function sources(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name) && !/\.test\.|\.d\.ts$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const faults = sources(join(root, 'lib')).flatMap((path) =>
    faultsOf(relative(root, path), readFileSync(path, 'utf8')),
  );
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
