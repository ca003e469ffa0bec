import { AppError } from '@/lib/platform/errors';
import { MAX_SITE_CODE, type SiteCodeNeed } from '@/lib/settings/site-code';
import { findBrokenParts } from '@/lib/slots/broken-code';
import { recogniseSiteCode } from './providers';

export type SiteCodeDraft = {
  name: string;
  pasted: string;
  /** "" for what is known of the provider. */
  need: '' | SiteCodeNeed;
};

export type PreparedCode = { name: string; code: string; need: SiteCodeNeed; provider: string | null };

/** How pasted code would be stored, or a refusal that says why it would not. */
export function prepareSiteCode({ name, pasted, need }: SiteCodeDraft): PreparedCode {
  const found = recogniseSiteCode(pasted);
  const code = found?.code ?? pasted.trim();
  const refusal = refusalOf(code);
  if (refusal) throw invalid('code', refusal);
  const declared = need || found?.need;
  if (!declared)
    throw invalid('need', 'This code is of no provider that is known here. Choose what readers must have allowed.');
  if (!found && name === '') throw invalid('name', 'Enter a name for this code, so that it is known again.');
  return { name: name || (found?.provider ?? ''), code, need: declared, provider: found?.provider ?? null };
}

function refusalOf(code: string): string | null {
  if (code === '') return 'Paste the code that the service gave you.';
  if (code.length > MAX_SITE_CODE) return 'Use at most 20,000 characters for one code.';
  if (!/<script[\s>]/i.test(code))
    return 'There is no script in this code. A verification tag belongs under Verification.';
  if (/document\s{0,9}\.\s{0,9}write(?:ln)?\s{0,9}\(/.test(code)) {
    return 'This code writes itself into the page while it loads (document.write), which would erase the page. Ask the service for its present code.';
  }
  const [broken] = findBrokenParts(code);
  return broken ?? null;
}

function invalid(field: keyof SiteCodeDraft | 'code', sentence: string) {
  return new AppError('invalid', sentence, { fields: { [field]: sentence } });
}
