/**
 * MDN HTTP Observatory's scoring, offline, for what one response over plain HTTP shows (its published tests and
 * modifiers: https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring). HSTS and redirection need https
 * and are left out. A bonus counts only where the penalties leave at least 90.
 */
export function observatoryScore(answer: { headers: Headers; html: string }) {
  const { headers, html } = answer;
  const policy = parsePolicy(headers.get('content-security-policy') ?? '');
  const scripts = policy.get('script-src') ?? policy.get('default-src') ?? ['*'];
  const pinned = scripts.some((source) => /^'(nonce|sha256)-/.test(source));
  let penalties = 0;
  let bonus = 0;
  if (policy.size === 0) penalties += 25;
  else if (scripts.includes("'unsafe-inline'") && !pinned) penalties += 20;
  else if (scripts.some((source) => ['*', 'http:', 'https:', 'data:'].includes(source))) penalties += 20;
  else if (policy.get('default-src')?.includes("'none'")) bonus += 10;
  else bonus += 5;
  if (scripts.includes("'unsafe-eval'")) penalties += 10;
  if (headers.get('x-content-type-options') !== 'nosniff') penalties += 5;
  if (policy.has('frame-ancestors')) bonus += 5;
  else if (!headers.get('x-frame-options')) penalties += 20;
  if (/no-referrer|same-origin|strict-origin/.test(headers.get('referrer-policy') ?? '')) bonus += 5;
  if (headers.get('cross-origin-resource-policy') === 'same-origin') bonus += 10;
  if (headers.get('access-control-allow-origin') === '*') penalties += 50;
  for (const cookie of headers.getSetCookie())
    if (cookie.startsWith('session=') && !/httponly/i.test(cookie)) penalties += 30;
  if (/<script[^>]+src="(https?:)?\/\//.test(html)) penalties += 5;
  const score = 100 - penalties;
  return score >= 90 ? score + bonus : score;
}

export function parsePolicy(policy: string) {
  const directives = policy.split(';').map((part) => part.trim().split(/\s+/));
  return new Map(directives.filter(([name]) => name).map(([name = '', ...sources]) => [name, sources]));
}
