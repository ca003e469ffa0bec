import { setAside } from '@/lib/caching/finished-html';
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
export function FinishedHtml({ html, ...rest }: Props) {
  const place = setAside(html);
  return <DocumentHtml {...rest} {...(place === null ? { html } : { place })} />;
}
