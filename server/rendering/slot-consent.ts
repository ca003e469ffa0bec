import { askReader, choiceStore, createNotice, noticeStyle, noticeWords, type NoticeWords } from './consent-notice';
import { askPlatform, platformAnswers } from './consent-platform';
import { inlineScript } from './inline-script';
import { wordsFor } from './page-words';

/** Lets content that needs consent load once it may. Inlined as text: no outer references. */
const scripts = {
  own: inlineScript(
    `((words)=>(${String(releaseSlots)})((page)=>(${String(askReader)})(page,(${String(choiceStore)})(),(${String(createNotice)})(page.needs,${JSON.stringify(noticeStyle)},words),words)))((${String(ownWords)})())`,
  ),
  platform: inlineScript(
    `(${String(releaseSlots)})((page)=>(${String(askPlatform)})(page,(${String(platformAnswers)})()))`,
  ),
};

export const consentScripts = Object.values(scripts);

/** Pages without such content get nothing. */
export function withSlotConsent(html: string) {
  const end = html.lastIndexOf('</body>');
  const [, asker] = / data-consent-by="(own|platform)"/.exec(html) ?? [];
  if (end < 0 || !asker) return html;
  const script =
    asker === 'own' ? `<script ${wordsFor(html, noticeWords)}>${scripts.own}` : `<script>${scripts.platform}`;
  return `${html.slice(0, end)}${script}</script>${html.slice(end)}`;
}

function ownWords() {
  return JSON.parse(document.currentScript?.dataset.words ?? '{}') as NoticeWords;
}

/** "all", "nothing", or the needs that are allowed with spaces between them. */
export type Allowed = string;
/** `refuses`: the browser sends Global Privacy Control. */
export type ConsentPage = { needs: ReadonlySet<string>; allow: (allowed: Allowed) => void; refuses: boolean };

function releaseSlots(ask: (page: ConsentPage) => void) {
  const slots = () =>
    Array.from(document.querySelectorAll<HTMLElement>('[data-consent]:not([class$="--withheld"],[data-hidden] *)'));
  const choices = Array.from(document.querySelectorAll<HTMLElement>('[data-consent-needs]'));
  const inChoices = choices.flatMap(({ dataset }) => (dataset.consentNeeds ?? '').split(' '));
  const needs = new Set([...slots().map((slot) => slot.dataset.consent ?? ''), ...inChoices]);
  if (!needs.size) return;
  const released = new Set<string>();
  const may = (allowed: Allowed, need: string) => allowed === 'all' || allowed.split(' ').includes(need);
  const allow = (allowed: Allowed) => {
    for (const { dataset } of choices) if (dataset.released) released.add(dataset.released);
    if (Array.from(released).some((need) => !may(allowed, need))) return location.reload();
    for (const slot of slots()) {
      const { consent = '', src } = slot.dataset;
      if (!may(allowed, consent)) continue;
      released.add(consent);
      delete slot.dataset.consent;
      if (src) (slot as HTMLIFrameElement).src = src;
    }
    dispatchEvent(new CustomEvent('slots-allowed', { detail: allowed }));
  };
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };
  ask({ needs, allow, refuses: globalPrivacyControl === true });
}
