import { afterAll, vi } from 'vitest';

// One process runs many files, one after the other. Packages stay loaded; the product's modules are loaded anew for each
// file, so that nothing they remember, and no variable that a file sets, reaches the next one.
const environment = { ...process.env };

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  for (const name of Object.keys(globalThis)) if (name.startsWith('masthead')) Reflect.deleteProperty(globalThis, name);
  vi.resetModules();
});
