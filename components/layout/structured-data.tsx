/** JSON-LD, already escaped for a script element (lib/seo/structured-data.ts). */
export function StructuredData({ json }: { json: string }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
