#!/usr/bin/env bash
# prosemirror-keymap 1.2.3: a binding with Shift that answers "not mine" hands the key on to the binding without Shift, if
# the browser names the key with a small letter, as macOS does while Cmd is held. With the bindings every editor has,
# "redo" with nothing left to redo therefore runs "undo". With the capital letter that other systems name, it does not.
# Seen: "Z" runs: redo / "z" runs: redo, undo
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts prosemirror-keymap@1.2.3 prosemirror-state@1.4.4 >/dev/null
cat > try.mjs <<'JS'
import { keydownHandler } from 'prosemirror-keymap';

const run = [];
const handle = keydownHandler({
  'Ctrl-z': () => run.push('undo') > 0,
  // Nothing is left to do again.
  'Ctrl-Shift-z': () => run.push('redo') < 0,
});
const press = (key) => {
  run.length = 0;
  handle({ state: null, dispatch: () => {} }, { key, keyCode: 90, ctrlKey: true, shiftKey: true, altKey: false, metaKey: false });
  return `"${key}" runs: ${run.join(', ')}`;
};
const seen = [press('Z'), press('z')].join(' / ');
console.log(seen);
process.exit(seen === '"Z" runs: redo / "z" runs: redo, undo' ? 0 : 1);
JS
node try.mjs
