import { translatorOf } from '@/lib/i18n/translator';

const held = / (?:data-(?:callout|columns|gallery|button|file|bookmark|embed)|poster)=/;
const hasGallery = / popovertarget="zoom-/;
const hasNotes = / popovertarget="fnp-/;

/** The styles of blocks that few posts have, in the pages that have one: no reader of the others pays for them. */
export function BlockStyles({ html, language }: { html: string; language: string }) {
  const t = translatorOf(language);
  return (
    <>
      {held.test(html) && (
        <style href="blocks" precedence="default">
          {blockStyles}
        </style>
      )}
      {hasGallery.test(html) && (
        <>
          <style href="gallery" precedence="default">
            {galleryStyles}
          </style>
          {/* What server/rendering/gallery-steps.ts calls its buttons. */}
          <span hidden data-previous-image={t('gallery.previous')} data-next-image={t('gallery.next')} />
        </>
      )}
      {hasNotes.test(html) && (
        <style href="notes" precedence="default">
          {noteStyles}
        </style>
      )}
    </>
  );
}

// Without popovers the mark is the link to the list. Where popovers have no place beside their button, they are at the foot.
const noteStyles = `
.prose .footnote-ref button,.prose .note{display:none}
.prose .footnote-ref{scroll-margin-block:30vh}
@supports selector(:popover-open){
@media screen{
.prose .footnote-ref a{display:none}
.prose .footnote-ref button{display:inline-block;min-inline-size:24px;min-block-size:24px;margin:-8px -6px;padding:0;border:0;background:none;color:var(--accent);font:inherit;line-height:24px;cursor:pointer}
.prose .footnote-ref button:hover{text-decoration:underline}
.prose .note:popover-open{display:grid;grid-template-columns:1fr auto;gap:var(--space-2);align-items:start;box-sizing:border-box;position:fixed;inset:auto 0 0;inline-size:min(24rem,100vw - 2*var(--edge,16px));max-block-size:50vh;margin:var(--space-2) auto;padding:var(--space-3) var(--space-2) var(--space-3) var(--space-4);overflow:auto;border:1px solid var(--line);border-radius:var(--radius);background:var(--raised);color:var(--ink);box-shadow:var(--shadow);font:400 var(--text-s)/1.5 var(--reading);text-align:start;overflow-wrap:anywhere}
.prose .note:dir(rtl){padding-inline:var(--space-4) var(--space-2)}
.prose .note>div{padding-block:var(--space-1)}
.prose .note>button{inline-size:44px;block-size:44px;margin:-6px 0;padding:0;border:0;border-radius:var(--radius);background:none;color:var(--muted);font:400 24px/44px var(--interface);cursor:pointer}
.prose .note>button:hover{color:var(--ink)}
@supports (position-area:block-end){
.prose .note:popover-open{inset:auto;position-area:block-end span-all;position-try-fallbacks:flip-block;justify-self:anchor-center;margin:var(--space-2) var(--edge,16px)}
}
}
}
`;

const galleryStyles = `
.prose .zoom [data-by]{position:fixed;inset-block:0;inset-inline-start:var(--space-2);inline-size:44px;block-size:44px;margin-block:auto;padding:0;border:0;border-radius:50%;background:rgb(0 0 0/.6);color:#fff;font:400 28px/40px var(--interface);cursor:pointer}
.prose .zoom [data-by="1"]{inset-inline:auto var(--space-2)}
.prose .zoom [data-by]:hover{background:#000}
.prose .zoom [data-by]:dir(rtl){scale:-1 1}
.prose .zoom [data-by]:focus-visible{outline-color:#fff}
`;

const blockStyles = `
.prose [data-callout]{--tone:var(--line);--sign:'i';position:relative;padding:var(--space-4) var(--space-4) var(--space-4) var(--space-12);border-radius:var(--radius);background:var(--wash,var(--raised));box-shadow:inset 0 0 0 1px var(--tone)}
.prose [data-callout=tip]{--tone:var(--success);--wash:var(--success-wash);--sign:'✓'}
.prose [data-callout=warning]{--tone:var(--warning);--wash:var(--warning-wash);--sign:'!'}
.prose [data-callout=danger]{--tone:var(--danger);--wash:var(--danger-wash);--sign:'×'}
.prose [data-callout]::before{content:var(--sign) / '';position:absolute;inset:var(--space-4) auto auto var(--space-3);inline-size:24px;block-size:24px;border:2px solid var(--ink);border-radius:50%;font:700 14px/20px var(--interface);text-align:center}
.prose [data-callout]:dir(rtl){padding-inline:var(--space-12) var(--space-4)}
.prose [data-callout]:dir(rtl)::before{inset-inline:var(--space-3) auto}
.prose :is([data-callout],[data-column],details)>*{margin-block:0 .8em}
.prose :is([data-callout],[data-column])>:last-child{margin-block-end:0}
.prose [data-button] a{display:inline-block;padding:12px var(--space-6);border-radius:var(--radius);background:var(--accent);color:var(--accent-ink);font:600 var(--text-s)/1.35 var(--interface);text-decoration:none}
.prose [data-button] a:hover{background:var(--accent-hover)}
.prose [data-columns]{display:grid;gap:var(--space-6) var(--space-8);grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr))}
.prose [data-column]{min-inline-size:0}
.prose [data-gallery]{display:grid;gap:var(--space-2);grid-template-columns:repeat(auto-fit,minmax(min(45%,11rem),1fr));margin-block:1.8em}
.prose [data-gallery] figure{margin:0}
.prose [data-gallery] figure img{inline-size:100%;aspect-ratio:1;object-fit:cover}
.prose .zoom-in,.prose .zoom-out{display:block;inline-size:100%;padding:0;border:0;background:none;cursor:zoom-in}
.prose .zoom-out{cursor:zoom-out}
.prose .zoom{display:none;position:fixed;inset:0;inline-size:fit-content;block-size:fit-content;max-inline-size:100vw;max-block-size:100dvh;margin:auto;padding:0;border:0;background:none;color:#fff}
.prose .zoom:popover-open{display:block}
.prose .zoom::backdrop{background:rgb(0 0 0/.94)}
.prose .zoom img{inline-size:auto;max-inline-size:100vw;block-size:auto;max-block-size:calc(100dvh - 5rem);margin:auto}
.prose .zoom p{margin:0;padding:var(--space-3) var(--edge,16px);font:400 var(--text-s)/1.45 var(--interface);text-align:center}
.prose .zoom-out::after{content:'×' / '';position:fixed;inset:var(--space-2) var(--space-2) auto auto;inline-size:44px;block-size:44px;border-radius:50%;background:#000;color:#fff;font:400 28px/42px var(--interface)}
.prose :is([data-file],[data-bookmark],.embed-link){position:relative;padding:var(--space-4) var(--space-6);border:1px solid var(--line);border-radius:var(--radius);background:var(--raised);color:var(--ink);font:600 var(--text-s)/1.45 var(--interface);overflow-wrap:anywhere}
.prose [data-file]{display:flex;flex-wrap:wrap;gap:0 var(--space-4);justify-content:space-between}
.prose [data-file] a::before{content:'↓ ' / ''}
.prose :is([data-file],[data-bookmark]) a{color:inherit;text-decoration:none}
.prose :is([data-file],[data-bookmark]) a::after{content:'';position:absolute;inset:0}
.prose :is([data-file],[data-bookmark],.embed-link):hover :is(a,.embed-title){color:var(--accent);text-decoration:underline}
.prose :is([data-file] small,[data-bookmark] p+p,.embed-provider){color:var(--muted);font-weight:400;font-size:1em}
.prose [data-bookmark] p{margin:0}
.prose .embed-link{display:block;overflow:hidden;text-decoration:none}
.prose .embed-link :is(picture,img){display:block}
.prose .embed-link img{inline-size:calc(100% + 2*var(--space-6));max-inline-size:none;aspect-ratio:16/9;margin:calc(-1*var(--space-4)) calc(-1*var(--space-6)) var(--space-4);object-fit:cover}
.prose .embed[data-frame] .embed-link:not(:has(img))::before{content:'';display:block;aspect-ratio:16/9;margin:calc(-1*var(--space-4)) calc(-1*var(--space-6)) var(--space-4);background:var(--hairline)}
.prose .embed[data-frame] .embed-link::after{content:'▶' / '';position:absolute;inset-block-start:calc((100cqi*9/16)/2);inset-inline-start:50%;inline-size:64px;block-size:64px;margin:-32px;padding-inline-start:4px;border-radius:50%;background:rgb(0 0 0/.75);color:#fff;font:400 24px/64px var(--interface);text-align:center}
.prose .embed{container-type:inline-size}
.prose .embed iframe{display:block;inline-size:100%;aspect-ratio:16/9;border-radius:var(--radius);background:var(--raised)}
.prose .embed iframe+.embed-link :is(picture,img){display:none}
.prose video[poster]{background:#000}
@media print{.prose .embed-link::before,.prose .embed-link::after{display:none!important}}
`;
