import { clausesOf, columnOf, statementsOf } from './sql-statements';

/** SQLite's migration without rebuilt tables; a refusal names each table that needs to be written by hand. */
type SqliteMigration = { sql: string; refusals: string[] };

/** Prisma rebuilds a SQLite table to add a required column: triggers refuse that, and a large site waits for it. */
export function withoutRebuilds(sqlite: string, postgres: string): SqliteMigration {
  const all = statementsOf(sqlite);
  const wanted = statementsOf(postgres);
  const rebuilt = all.flatMap((statement) => /^CREATE TABLE "new_(.+?)" \(/.exec(statement)?.[1] ?? []);
  if (rebuilt.length === 0) return { sql: sqlite, refusals: [] };
  const untouched = all.filter((statement) => !rebuilt.some((table) => isOfRebuild(statement, table)));
  const additions = rebuilt.map((table) => additionsTo(table, all, wanted));
  const indexes = all.filter(
    (statement) =>
      rebuilt.some((table) => isIndexOf(statement, table)) &&
      wanted.some((other) => indexName(other) === indexName(statement)),
  );
  const dropped = wanted.filter((statement) => statement.startsWith('DROP INDEX ') && !untouched.includes(statement));
  const statements = [...untouched, ...dropped, ...additions.flatMap(({ sql }) => sql), ...indexes];
  return {
    sql: statements.map((statement) => `${statement};\n`).join('\n'),
    refusals: additions.flatMap(({ refusal }) => refusal),
  };
}

function isOfRebuild(statement: string, table: string) {
  const starts = [
    `CREATE TABLE "new_${table}" `,
    `INSERT INTO "new_${table}" `,
    `ALTER TABLE "new_${table}" `,
    'PRAGMA ',
  ];
  const isStart = starts.some((start) => statement.startsWith(start));
  return isStart || statement === `DROP TABLE "${table}"` || isIndexOf(statement, table);
}

function isIndexOf(statement: string, table: string) {
  return indexName(statement) !== null && statement.includes(`" ON "${table}"(`);
}

function indexName(statement: string) {
  return /^CREATE (?:UNIQUE )?INDEX "([^"]+)" ON /.exec(statement)?.[1] ?? null;
}

function additionsTo(table: string, sqlite: readonly string[], postgres: readonly string[]) {
  const changes = postgres.filter((statement) => statement.startsWith(`ALTER TABLE "${table}" `));
  const clauses = changes.flatMap((statement) => clausesOf(statement.slice(`ALTER TABLE "${table}" `.length)));
  const names = clauses.flatMap((clause) => (clause.startsWith('ADD COLUMN ') ? columnOf(clause) : []));
  const rest = clauses.filter((clause) => !names.includes(columnOf(clause)) || !isAddition(clause));
  if (names.length === 0 || rest.length > 0) return { sql: [], refusal: [needsHand(table, changes)] };
  const created = sqlite.find((statement) => statement.startsWith(`CREATE TABLE "new_${table}" `)) ?? '';
  const definitions = clausesOf(created.slice(created.indexOf('(') + 1, created.lastIndexOf(')')));
  const columns = names.map((name) => {
    const definition = definitions.find((one) => one.startsWith(`"${name}" `)) ?? '';
    const reference = definitions.find((one) => one.startsWith('CONSTRAINT ') && columnOf(one) === name) ?? null;
    return { sql: addColumn(table, definition, reference), problem: problemOf(definition, reference), name };
  });
  return {
    sql: columns.flatMap(({ sql, problem }) => (problem ? [] : [sql])),
    refusal: columns.flatMap(({ name, problem }) => (problem ? [`${table}.${name} ${problem}`] : [])),
  };
}

function isAddition(clause: string) {
  return /^ADD (?:COLUMN |CONSTRAINT "[^"]+" FOREIGN KEY \()/.test(clause);
}

function addColumn(table: string, definition: string, reference: string | null) {
  const more = reference ? ` ${reference.slice(reference.indexOf('REFERENCES '))}` : '';
  return `ALTER TABLE "${table}" ADD COLUMN ${definition}${more}`;
}

/** What SQLite refuses in a new column of a table that has rows. */
function problemOf(definition: string, reference: string | null) {
  if (!/ NOT NULL\b/.test(definition)) return null;
  if (reference) return 'is a relation, which a new column can only be if it is optional.';
  if (!definition.includes(' DEFAULT ')) return 'is required: give it a @default, or make it optional.';
  if (!/ DEFAULT (?:CURRENT_|\()/.test(definition)) return null;
  return 'has a default that is computed, which a new column cannot have: make it optional, and set it in code.';
}

function needsHand(table: string, changes: readonly string[]) {
  const statements = changes.map((statement) => statement.replace(/\s+/g, ' ')).join('; ') || 'this change';
  return `${table} would be written anew. Write for SQLite, without DROP TABLE "${table}": ${statements}`;
}
