import 'server-only';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine as Engine } from '@prisma/schema-engine-wasm';

type Bindings = { __wbg_set_wasm(exports: WebAssembly.Exports): void; SchemaEngine: SchemaEngineClass };
type SchemaEngineClass = {
  new: (options: { datamodels: [string, string][] | undefined }, log: () => void, adapter: unknown) => Promise<Engine>;
};

const require = createRequire(import.meta.url);
let loaded: Promise<SchemaEngineClass> | undefined;

/** Prisma's migration engine as WebAssembly, without a download; free it when done. */
export async function openSchemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory, datamodel?: string) {
  loaded ??= load();
  const SchemaEngine = await loaded;
  const datamodels: [string, string][] | undefined = datamodel ? [['schema.prisma', datamodel]] : undefined;
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

async function load() {
  const bindingsPath = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bindings = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Bindings;
  const bytes = readFileSync(join(dirname(bindingsPath), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings.SchemaEngine;
}
