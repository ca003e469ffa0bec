#!/usr/bin/env bash
# React 19.3.1: hydration puts the default value back into a textarea in which somebody has typed meanwhile; an input
# beside it keeps what was typed (initTextarea writes `value`, initInput does not while it hydrates). Only a textarea
# whose default value is empty keeps the text. The change event does not fire either, so no component learns of it.
# Seen: input "typed", textarea "default", empty textarea "typed"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts react@19.3.1 react-dom@19.3.1 happy-dom@21.0.4 >/dev/null
cat > try.mjs <<'JS'
import { createRequire } from 'node:module';
import { Window } from 'happy-dom';

const window = new Window();
const { document, navigator, HTMLElement, HTMLIFrameElement } = window;
const ofBrowser = { window, document, navigator, HTMLElement, HTMLIFrameElement, IS_REACT_ACT_ENVIRONMENT: true };
for (const [name, value] of Object.entries(ofBrowser)) Object.defineProperty(globalThis, name, { value, configurable: true });
const require = createRequire(import.meta.url);
const { createElement, act, version } = require('react');
const { renderToString } = require('react-dom/server');
const { hydrateRoot } = require('react-dom/client');

const fields = () =>
  createElement(
    'form',
    null,
    createElement('input', { id: 'input', defaultValue: 'default' }),
    createElement('textarea', { id: 'textarea', defaultValue: 'default' }),
    createElement('textarea', { id: 'empty', defaultValue: '' }),
  );
document.body.innerHTML = `<div id="root">${renderToString(createElement(fields))}</div>`;
const names = ['input', 'textarea', 'empty'];
for (const name of names) document.getElementById(name).value = 'typed';
await act(() => hydrateRoot(document.getElementById('root'), createElement(fields)));

const seen = names.map((name) => document.getElementById(name).value);
console.log(version, seen);
process.exit(JSON.stringify(seen) === JSON.stringify(['typed', 'default', 'typed']) ? 0 : 1);
JS
node try.mjs
