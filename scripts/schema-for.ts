export type Provider = 'sqlite' | 'postgresql';

/** The schema text for one database: they differ in the provider line alone. */
export function schemaFor(provider: Provider, sqliteSource: string) {
  return sqliteSource.replace('provider = "sqlite"', `provider = "${provider}"`);
}
