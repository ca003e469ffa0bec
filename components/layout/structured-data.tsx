import { FinishedHtml } from './finished-html';

/** JSON-LD, already escaped for a script element (lib/seo/structured-data.ts). */
export function StructuredData({ json }: { json: string }) {
  return <FinishedHtml element="script" type="application/ld+json" html={json} />;
}
