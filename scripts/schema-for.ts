export type Provider = 'sqlite' | 'postgresql';

/** The schema for one database: only the provider differs. */
export function schemaFor(provider: Provider, sqliteSource: string) {
  return sqliteSource.replace('provider = "sqlite"', `provider = "${provider}"`);
}
