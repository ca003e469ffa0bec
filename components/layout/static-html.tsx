import { deferHtml } from '@/lib/caching/static-html';
import { DocumentHtml } from './document-html';

type Props = {
  html: string;
  element?: 'div' | 'ol' | 'script';
  className?: string;
  type?: string;
};

/** HTML without hydration: cached pages contain it once instead of twice. */
export function StaticHtml({ html, ...rest }: Props) {
  const index = deferHtml(html);
  return <DocumentHtml {...rest} {...(index === null ? { html } : { index })} />;
}
