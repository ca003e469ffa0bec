import { spawn, type StdioOptions } from 'node:child_process';
import { toolMemoryFlags, typescriptFlags } from '@/lib/runtime/node-flags.mjs';

const tool = [...toolMemoryFlags, ...typescriptFlags, 'cli/main.ts'];

/** Starts the command-line tool in a process of its own, which answers no requests and may take its time. */
export function startTool(args: string[], stdio: StdioOptions) {
  return spawn(process.execPath, [...tool, ...args], {
    cwd: process.cwd(),
    stdio,
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
  });
}
