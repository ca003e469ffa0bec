import { deferHtml } from '@/lib/caching/static-html';
import { DocumentHtml } from './document-html';

type Props = {
  html: string;
  element?: 'div' | 'ol' | 'script';
  className?: string;
  type?: string;
};

/**
 * HTML that needs no script. Cached pages contain it once, not a second time in the data with which React hydrates the
 * page.
 */
export function StaticHtml({ html, ...rest }: Props) {
  const index = deferHtml(html);
  return <DocumentHtml {...rest} {...(index === null ? { html } : { index })} />;
}
