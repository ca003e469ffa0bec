import { deferHtml } from '@/lib/caching/static-html';
import { DocumentHtml } from './document-html';

type Props = {
  html: string;
  element?: 'div' | 'ol' | 'script';
  className?: string;
  type?: string;
};

/**
 * HTML that needs no script. In the pages that are kept for everybody it stands once: not a second time in the data by
 * which React takes the page over.
 */
export function StaticHtml({ html, ...rest }: Props) {
  const index = deferHtml(html);
  return <DocumentHtml {...rest} {...(index === null ? { html } : { index })} />;
}
