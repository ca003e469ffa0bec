import { inlineScript } from './inline-script';

/** Shows the button that opens the system's share sheet. Inlined as text: no outer references. */
export const shareButton = inlineScript(`(${String(offerSharing)})()`);

/** Pages without the button get nothing. */
export function withShareButton(html: string) {
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !html.includes(' data-share="')) return html;
  return `${html.slice(0, end)}<script>${shareButton}</script>${html.slice(end)}`;
}

function offerSharing() {
  const button = document.querySelector<HTMLElement>('[data-share]');
  if (!button || !('share' in navigator)) return;
  const { share: url = '', title = '', copied = '', failed = '' } = button.dataset;
  const said = button.nextElementSibling;
  const say = (words: string) => {
    if (said) said.textContent = words;
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    say('');
    navigator.share({ title, url }).catch((error: unknown) => {
      // The reader closed the sheet.
      if (error instanceof Error && error.name === 'AbortError') return;
      navigator.clipboard.writeText(url).then(
        () => say(copied),
        () => say(failed),
      );
    });
  });
}
