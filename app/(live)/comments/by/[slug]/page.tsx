import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { Avatar } from '@/components/users/avatar';
import { findMovedProfile, findProfile, listCommentsOf, type ProfileComment } from '@/lib/comments/profiles';
import { findActor } from '@/lib/auth/session';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import { getSettings } from '@/lib/settings/queries';
import { formatDay, formatMoment, isoWithOffset, type DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import { readTranslator } from '@/app/(site)/reads';
import { only } from '@/lib/web/search-params';
import { MuteAuthor } from '@/app/(live)/[slug]/comments/[id]/mute-author';
import '@/app/(site)/[slug]/comments/comments.css';

type Props = PageProps<'/comments/by/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const profile = await findProfile((await params).slug);
  const t = await readTranslator();
  const title = profile ? t('profile.title', { name: profile.name }) : t('notFound.title');
  return { title, robots: 'noindex' };
}

/** What a person has written in public, unless they have switched the page off. */
export default async function ProfilePage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const profile = await findProfile(slug);
  if (!profile) return moveOn(slug, only(query.after));
  const [{ comments, next }, dates, actor] = await Promise.all([
    listCommentsOf(profile.id, only(query.after)),
    getSettings(),
    findActor(),
  ]);
  const [first] = comments;
  const t = translatorOf(dates.language);
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header profile-head">
        <Avatar seed={profile.avatarSeed} size={56} />
        <div>
          <h1>
            <bdi>{profile.name}</bdi>
          </h1>
          <p className="quiet">{t('profile.since', { date: formatDay(profile.createdAt, dates) })}</p>
        </div>
      </header>
      {comments.length === 0 && <p>{t('profile.none')}</p>}
      <ol className="thread">
        {comments.map((comment) => (
          <Entry key={comment.id} {...{ comment, dates, t }} />
        ))}
      </ol>
      {actor && first && <MuteAuthor actor={actor} author={profile} commentId={first.id} t={t} />}
      {next && (
        <p>
          <a href={paths.profile(profile.slug, next)} rel="next nofollow">
            {t('profile.older')}
          </a>
        </p>
      )}
    </main>
  );
}

async function moveOn(slug: string, after: string): Promise<never> {
  const moved = await findMovedProfile(slug);
  return moved ? permanentRedirect(paths.profile(moved.slug, after)) : notFound();
}

type EntryProps = { comment: ProfileComment; dates: DateStyle; t: Translator };

function Entry({ comment: { id, excerpt, createdAt, post }, dates, t }: EntryProps) {
  return (
    <li>
      <article className="comment">
        <header className="comment__header">
          <h2 className="comment__author" dir="auto">
            <a href={paths.post(post.slug)}>{post.title || t('profile.untitled')}</a>
          </h2>
          <a className="comment__time" href={paths.comment(post.slug, id)}>
            <time dateTime={isoWithOffset(createdAt, dates.timeZone)}>{formatMoment(createdAt, dates)}</time>
          </a>
        </header>
        <div className="comment__body" dir="auto">
          <p>{excerpt}</p>
        </div>
      </article>
    </li>
  );
}
