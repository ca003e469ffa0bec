import { StaticHtml } from './static-html';

/** JSON-LD, already escaped for a script element (lib/seo/structured-data.ts). */
export function StructuredData({ json }: { json: string }) {
  return <StaticHtml element="script" type="application/ld+json" html={json} />;
}
