#!/usr/bin/env bash
# React 19.3.1: with `hydrateRoot(document, …)`, a click that comes while the document still waits to be hydrated (a part
# of it is not loaded yet) is stopped at the document in the capturing phase, also when it lands on an element that some
# other script has put there. That script's own listener never hears it, and React does not replay it afterwards. Default
# actions do happen; listeners on the window that capture hear it. Keys are stopped as well.
# Seen: while waiting element 0, window 1, key 0; after hydration element 1, window 2, key 1
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
const { act, createElement, use, version } = require('react');
const { hydrateRoot } = require('react-dom/client');

let arrive;
const words = new Promise((resolve) => (arrive = resolve));
const Page = () =>
  createElement('html', null, createElement('head'), createElement('body', null, createElement('p', null, use(words))));
document.documentElement.innerHTML = '<head></head><body><p>tide</p></body>';

// A script that is not React's adds a button at the end of the body and listens to it.
const button = document.body.appendChild(document.createElement('button'));
const heard = { element: 0, window: 0, key: 0 };
button.addEventListener('click', () => (heard.element += 1));
button.addEventListener('keydown', () => (heard.key += 1));
window.addEventListener('click', () => (heard.window += 1), true);
const press = () => {
  button.dispatchEvent(new window.MouseEvent('click', { bubbles: true, composed: true }));
  button.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
};

await act(() => void hydrateRoot(document, createElement(Page), { onRecoverableError: () => {} }));
press();
const waiting = { ...heard };
await act(async () => arrive('tide'));
press();
const seen = [waiting, heard].map(({ element, window: outer, key }) => [element, outer, key]);
console.log(version, JSON.stringify(seen));
process.exit(JSON.stringify(seen) === '[[0,1,0],[1,2,1]]' ? 0 : 1);
JS
node try.mjs
