import { execFileSync } from 'node:child_process';

/** Runs the product's own migrations in a process of their own, so that no connection outlives them. */
export function migrateFresh(env: Record<string, string>) {
  const script = `import { migrate } from '@/lib/database/migrations'; await migrate();`;
  execFileSync(
    process.execPath,
    ['--conditions=react-server', '--import', './lib/runtime/typescript.mjs', '--input-type=module', '-e', script],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}
