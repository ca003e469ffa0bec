import { adminText } from '@/components/text/server';
import { ArticleOutline } from '@/components/slots/article-outline';
import { outlineOf } from '@/lib/slots/article-outline';
import { outlinePostOf } from '@/lib/slots/outline-posts';
import { planSlots } from '@/lib/slots/placement-rules';
import { listSlots } from '@/lib/slots/queries';

type Props = { post: Parameters<typeof outlinePostOf>[0] };

/** The newest text of a post with the slots that readers would see in it. */
export async function PostOutline({ post }: Props) {
  const t = await adminText();
  const [slots, measured] = await Promise.all([listSlots(), outlinePostOf(post)]);
  if (!measured) return <p className="quiet">{t('This text is too long for an outline here.')}</p>;
  const outlines = outlineOf(measured.article, planSlots(slots, measured.context, new Date()));
  if (outlines.mobile.density + outlines.desktop.density === 0) {
    return <p className="quiet">{t('No slot with content is within this article.')}</p>;
  }
  return (
    <>
      <p className="quiet">{t('As saved when this page was opened. Heights are estimated.')}</p>
      <ArticleOutline outlines={outlines} name={measured.name} />
    </>
  );
}
