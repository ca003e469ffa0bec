import { useText } from '#text';
import type { DashboardNotices } from '@/lib/dashboard/queries';
import type { Text } from '@/components/text/text';
import { pauseSentence } from '@/components/slots/pause-notice';
import { overBudgetInWords } from '@/lib/slots/health';
import { paths } from '@/lib/web/paths';

type Item = { id: string; sentence: string; link?: { label: string; href: string } };
type Maybe = Item | false | null;

/** What needs attention, each as a sentence with its action. */
export function NoticeList({ notices }: { notices: DashboardNotices }) {
  const t = useText();
  const items = noticeItems(notices, t);
  if (items.length === 0) return <p className="quiet">{t('You’re all caught up.')}</p>;
  return (
    <ul className="rows">
      {items.map(({ id, sentence, link }) => (
        <li key={id} className="row notice-item">
          <p className="row__main">{sentence}</p>
          {link && (
            <a className="row__side notice__action" href={link.href}>
              {link.label}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function noticeItems(notices: DashboardNotices, t: Text): Item[] {
  const items: Maybe[] = [
    notices.unfinishedImport && importItem(notices.unfinishedImport, t),
    ...systemItems(notices, t),
    ...slotItems(notices, t),
    ...commentItems(notices, t),
    ...postItems(notices, t),
  ];
  return items.filter((item) => item !== false && item !== null);
}

function importItem({ id, fileName, state }: NonNullable<DashboardNotices['unfinishedImport']>, t: Text): Item {
  const isRunning = state.status === 'running';
  return {
    id: 'import',
    sentence: isRunning
      ? t('{file} is being read for an import or its preview.', { file: fileName })
      : t(
          'The import of {file} stopped before it was finished. What was imported is kept; running it again continues from there.',
          { file: fileName },
        ),
    link: { label: isRunning ? t('View progress') : t('View details'), href: paths.admin.import(id) },
  };
}

function systemItems(notices: DashboardNotices, t: Text): Maybe[] {
  const { isInMaintenance, lacksMailServer, undelivered, unsearchable } = notices;
  return [
    isInMaintenance && {
      id: 'maintenance',
      sentence: t('Readers get the maintenance page in place of the site.'),
      link: { label: t('Change that'), href: paths.admin.visibility() },
    },
    lacksMailServer && {
      id: 'mail-server',
      sentence: t(
        'No mail server is set up. Invitations and links for signing up, signing in and new passwords are not sent, but saved as files in the folder outbox of the data folder. Set SMTP_URL to send them.',
      ),
    },
    undelivered.count > 0 && { id: 'mail', sentence: undeliveredSentence(undelivered, t) },
    unsearchable && {
      id: 'search',
      sentence: t.said(unsearchable.sentence),
      link: unsearchable.postId
        ? { label: t('Open the post'), href: paths.admin.post(unsearchable.postId) }
        : { label: t('View details'), href: paths.admin.systemStatus() },
    },
  ];
}

function undeliveredSentence({ count, lastError }: DashboardNotices['undelivered'], t: Text) {
  const what = lastError
    ? t('{count, plural, one {# e-mail} other {# e-mails}} could not be delivered ({error}).', {
        count,
        error: lastError.slice(0, 120),
      })
    : t('{count, plural, one {# e-mail} other {# e-mails}} could not be delivered.', { count });
  return `${what} ${t('Delivery is retried automatically; the mail server is set with SMTP_URL.')}`;
}

function slotItems({ pauses, reportedSlot, slotOverBudget }: DashboardNotices, t: Text): Maybe[] {
  const detailsOf = (id: string) => ({ label: t('View details'), href: paths.admin.slot(id) });
  return [
    ...pauses.map((pause) => ({
      id: `paused ${pause.creativeId} ${pause.reason}`,
      sentence: pauseSentence(pause, t),
      link: detailsOf(pause.slot.id),
    })),
    reportedSlot && {
      id: 'slot',
      sentence: t('Readers’ browsers removed the code of the slot “{name}” from pages.', { name: reportedSlot.name }),
      link: detailsOf(reportedSlot.id),
    },
    slotOverBudget && {
      id: 'slot-over-budget',
      sentence: t('“{name}” was disabled, because {reason}.', {
        name: slotOverBudget.slot.name,
        reason: t.said(overBudgetInWords(slotOverBudget)),
      }),
      link: detailsOf(slotOverBudget.slot.id),
    },
  ];
}

function commentItems({ pendingComments, reportedComments, appeals, corrections }: DashboardNotices, t: Text): Maybe[] {
  return [
    pendingComments > 0 && {
      id: 'pending',
      sentence: t('{count, plural, one {# comment is} other {# comments are}} awaiting approval.', {
        count: pendingComments,
      }),
      link: { label: t('Moderate'), href: paths.admin.comments() },
    },
    reportedComments > 0 && {
      id: 'reported-comments',
      sentence: t('{count, plural, one {# comment was} other {# comments were}} reported by readers.', {
        count: reportedComments,
      }),
      link: { label: t('Decide'), href: paths.admin.commentReports() },
    },
    appeals > 0 && {
      id: 'appeals',
      sentence: t('{count, plural, one {# appeal awaits} other {# appeals await}} a decision.', { count: appeals }),
      link: { label: t('Decide'), href: paths.admin.appeals() },
    },
    corrections > 0 && {
      id: 'corrections',
      sentence: t(
        '{count, plural, one {# suggested correction awaits} other {# suggested corrections await}} a decision.',
        { count: corrections },
      ),
      link: { label: t('Decide'), href: paths.admin.corrections() },
    },
  ];
}

function postItems({ inReview, withoutAlt }: DashboardNotices, t: Text): Maybe[] {
  return [
    inReview > 0 && {
      id: 'in-review',
      sentence: t('{count, plural, one {# post is} other {# posts are}} waiting for review.', { count: inReview }),
      link: { label: t('Review'), href: `${paths.admin.posts()}?state=in-review` },
    },
    withoutAlt.first && {
      id: 'alt',
      sentence:
        withoutAlt.count === 1
          ? t('The featured image of “{title}” has no alt text.', { title: withoutAlt.first.title || t('Untitled') })
          : t('{count} featured images have no alt text.', { count: withoutAlt.count }),
      link: { label: t('Add alt text'), href: paths.admin.post(withoutAlt.first.id) },
    },
  ];
}
