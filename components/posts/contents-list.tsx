import { translatorOf } from '@/lib/i18n/translator';
import type { ContentsEntry } from '@/lib/posts/rendering/contents';
import { directionOf } from '@/lib/web/languages';

type Props = { entries: readonly ContentsEntry[]; language: string };

/**
 * The headings of an article as links: open in the margin of a wide screen, elsewhere closed above the text. Both are in
 * the page, because no style opens a closed <details> in every browser.
 */
export function ContentsList({ entries, language }: Props) {
  if (entries.length === 0) return null;
  const label = translatorOf(language)('body.contents');
  const labelled = { lang: language, dir: directionOf(language) };
  return (
    <>
      <style href="contents" precedence="default">
        {contentsStyles}
      </style>
      <details className="contents" {...labelled}>
        <summary>{label}</summary>
        <Entries entries={entries} label={label} />
      </details>
      <div className="contents-margin" {...labelled}>
        <div>
          <p aria-hidden>{label}</p>
          <Entries entries={entries} label={label} />
        </div>
      </div>
    </>
  );
}

function Entries({ entries, label }: { entries: readonly ContentsEntry[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ol>
        {entries.map(({ id, text, level }) => (
          <li key={id} data-level={level}>
            <a href={`#${encodeURIComponent(id)}`} dir="auto">
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

// In the margin it passes below images across the window. Beside it, as beside a sidebar slot, wide images keep to the
// text until there is room for both.
const contentsStyles = `
.post>.post__text{grid-column:full;position:relative}
.contents{inline-size:min(var(--measure),100% - 2*var(--edge));margin:var(--space-8) auto 0;border-block:1px solid var(--hairline);font:400 var(--text-s)/1.4 var(--interface)}
.contents summary{min-block-size:var(--touch);align-content:center;font-weight:600;cursor:pointer}
.contents ol,.contents-margin ol{margin:0;padding:0;list-style:none}
.contents ol{padding-block-end:var(--space-3)}
.contents li[data-level='1'],.contents-margin li[data-level='1']{padding-inline-start:var(--space-4)}
.contents li[data-level='2'],.contents-margin li[data-level='2']{padding-inline-start:var(--space-8)}
.contents a,.contents-margin a{display:block;padding-block:var(--space-2);color:var(--muted);text-decoration:none;overflow-wrap:anywhere}
.contents a{padding-block:12px}
.contents a:hover,.contents-margin a:hover{color:var(--accent);text-decoration:underline}
.contents+.contents-margin{display:none}
@media screen and (min-width:80rem){
.post__text{--breakout:0rem}
.contents{display:none}
.contents+.contents-margin{display:block;position:absolute;inset-block:var(--space-8) 0;inset-inline-start:var(--edge);inline-size:min(16rem,(100% - var(--measure))/2 - 2*var(--edge));font:400 var(--text-xs)/1.4 var(--interface)}
.contents-margin>div{position:sticky;inset-block-start:var(--space-8);max-block-size:calc(100vh - 2*var(--space-8));overflow:auto;padding-inline-start:2px}
.contents-margin p{margin:0 0 var(--space-2);font-weight:600}
.contents-margin a{padding-block:6px}
.post__text [data-layout='full']{position:relative;z-index:1}
}
@media screen and (min-width:100rem){
.post__text{--breakout:8rem}
.contents+.contents-margin{inset-inline-start:max(var(--edge),50% - var(--measure)/2 - 8rem - 16rem - var(--space-8));inline-size:min(16rem,(100% - var(--measure))/2 - 8rem - 2*var(--edge))}
}
@media print{.contents{display:none}}
`;
