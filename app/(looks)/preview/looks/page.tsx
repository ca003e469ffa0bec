import { z } from 'zod';
import { guardPage } from '@/app/(admin)/guard';
import { pageTitle } from '@/app/(admin)/page-title';
import { HomeListing } from '@/app/(live)/preview/home-listing';
import { readHome, readNeighbours, readNewest, readPost, readRelated, readSite } from '@/app/(site)/reads';
import { looksSheet } from '@/components/looks/sheets';
import { ArticleEnding } from '@/components/posts/article-ending';
import { ArticlePage } from '@/components/posts/article-page';
import { noSlots, setPageSlots } from '@/components/slots/page-slots';
import { getSettings } from '@/lib/settings/queries';
import { looksForm } from '@/lib/settings/updating';
import type { SiteIdentity } from '@/lib/seo/head';
import { paths } from '@/lib/web/paths';

type Props = PageProps<'/preview/looks'>;

export const generateMetadata = pageTitle('Preview');

const { shape } = looksForm;
/** What is not chosen, or not rightly, is as it is saved. */
const asked = z.object({
  show: z.enum(['front', 'article']).catch('front'),
  css: z.enum(['saved', 'draft']).catch('saved'),
  frontLayout: shape.frontLayout.optional().catch(undefined),
  articleLayout: shape.articleLayout.optional().catch(undefined),
  fontPair: shape.fontPair.optional().catch(undefined),
  accentColour: shape.accentColour.optional().catch(undefined),
  paper: shape.paper.optional().catch(undefined),
  textWidth: shape.textWidth.optional().catch(undefined),
});

/** The front or an article as it would look; without slots, so that no code of others runs. */
export default async function LooksPreview({ searchParams }: Props) {
  await guardPage('settings.edit', paths.admin.appearance());
  const { show, css, ...chosen } = asked.parse(await searchParams);
  const [site, saved] = await Promise.all([readSite(), getSettings()]);
  const choices = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
  const settings = { ...saved, ...choices };
  setPageSlots(noSlots);
  const style = `${looksSheet(settings)}a{pointer-events:none}${css === 'draft' ? saved.ownCssDraft : saved.ownCss}`;
  return (
    <>
      <style dangerouslySetInnerHTML={{ __html: withoutEndTag(style) }} />
      {show === 'article' ? <Article site={{ ...site, settings }} /> : <Front site={{ ...site, settings }} />}
    </>
  );
}

async function Front({ site }: { site: SiteIdentity }) {
  const list = await readHome(1);
  return list ? <HomeListing site={site} list={list} /> : <main id="content" />;
}

/** The newest article with an image, because that shows more. */
async function Article({ site }: { site: SiteIdentity }) {
  const newest = await readNewest(10);
  const { slug } = newest.find(({ cover }) => cover) ?? newest[0] ?? {};
  const post = slug ? await readPost(slug) : null;
  if (!post) return <Front site={site} />;
  const [neighbours, related] = await Promise.all([readNeighbours(post), readRelated(post)]);
  return (
    <ArticlePage
      post={post}
      dates={site.settings}
      neighbours={neighbours}
      below={<ArticleEnding site={site} post={post} related={related.posts} />}
      layout={site.settings.articleLayout}
      isPreview
    />
  );
}

/** The same CSS, which ends no element. */
function withoutEndTag(css: string) {
  return css.replaceAll('</', '<\\/');
}
