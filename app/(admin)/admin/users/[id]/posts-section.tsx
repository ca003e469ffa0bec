import { useText } from '#text';
import { FieldsForm } from '@/components/ui/fields-form';
import { SectionHeader } from '@/components/ui/section-header';
import { shortDay } from '@/lib/time/site-time';
import { givePostsAction, takePostsBackAction } from '../actions';

type Props = {
  user: { id: string; name: string; postCount: number };
  gift: { createdAt: Date; into: { id: string; name: string } } | null;
  timeZone: string;
};

/** Giving all posts of an author to another, and taking them back. */
export function PostsSection({ user: { id, name, postCount }, gift, timeZone }: Props) {
  const t = useText();
  if (postCount === 0 && !gift) return null;
  return (
    <section className="section" aria-labelledby="posts-head">
      <SectionHeader
        id="posts-head"
        title={t('Posts and pages')}
        hint={t('Merge two authors by giving the posts of one to the other. Account and comments stay.')}
      />
      {gift && (
        <FieldsForm
          action={takePostsBackAction}
          hidden={{ id }}
          fields={[]}
          submit={t('Take back what was given to {name} on {day}', {
            name: gift.into.name,
            day: shortDay(gift.createdAt, timeZone, t.language),
          })}
          tone="plain"
        />
      )}
      {postCount > 0 && (
        <FieldsForm
          action={givePostsAction}
          hidden={{ id }}
          fields={[
            {
              name: 'into',
              label: t('Give all to'),
              maxLength: 300,
              hint: t('A name, an e-mail address or the URL slug of an author page.'),
            },
          ]}
          submit={t('Give posts')}
          tone="plain"
          question={{
            title: t('Give all posts of {name} to another author?', { name }),
            named: { field: 'into', title: t('Give all posts of {name} to “…”?', { name }) },
            what: t('Their author page redirects to the other’s. You can take the posts back afterwards.'),
          }}
        />
      )}
    </section>
  );
}
