export type Provider = 'sqlite' | 'postgresql';

/** The schema for one database: only the provider differs. */
export function schemaFor(provider: Provider, sqliteSource: string) {
  return sqliteSource.replace('provider = "sqlite"', `provider = "${provider}"`);
}

/** What decides the tables: a changed comment is no change of the database. */
export function withoutComments(schema: string) {
  return schema
    .replace(/"(?:\\.|[^"\\\n])*"|[ \t]*\/\/.*/g, (part) => (part.startsWith('"') ? part : '\0'))
    .replace(/^\0\n/gm, '')
    .replaceAll('\0', '')
    .replace(/\n{3,}/g, '\n\n');
}
