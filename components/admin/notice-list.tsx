import type { DashboardNotices } from '@/lib/dashboard/queries';
import { pauseSentence } from '@/components/slots/pause-notice';
import { overBudgetInWords } from '@/lib/slots/health';
import { paths } from '@/lib/web/paths';
import { shortMoment } from '@/lib/time/site-time';
import { counted } from '@/lib/text/counted';

type Item = { id: string; sentence: string; link?: { label: string; href: string } };

/** What needs attention, each as a sentence with its action. */
export function NoticeList({ notices, timeZone }: { notices: DashboardNotices; timeZone: string }) {
  const items = noticeItems(notices, timeZone);
  if (items.length === 0) return <p className="quiet">You’re all caught up.</p>;
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

function noticeItems(notices: DashboardNotices, timeZone: string): Item[] {
  const { pendingComments, drafts, scheduled, withoutAlt, undelivered, unsearchable, reportedSlot, slotOverBudget } =
    notices;
  const items: (Item | false | null)[] = [
    notices.unfinishedImport && importItem(notices.unfinishedImport),
    notices.lacksMailServer && {
      id: 'mail-server',
      sentence:
        'No mail server is set up. Invitations and links for signing up, signing in and new passwords are not sent, but saved as files in the folder outbox of the data folder. Set SMTP_URL to send them.',
    },
    undelivered.count > 0 && {
      id: 'mail',
      sentence: `${counted(undelivered.count, 'e-mail')} could not be delivered${undelivered.lastError ? ` (${undelivered.lastError.slice(0, 120)})` : ''}. Delivery is retried automatically; the mail server is set with SMTP_URL.`,
    },
    unsearchable && {
      id: 'search',
      sentence: unsearchable.sentence,
      link: unsearchable.postId
        ? { label: 'Open the post', href: paths.admin.post(unsearchable.postId) }
        : { label: 'View details', href: paths.admin.systemStatus() },
    },
    ...notices.pauses.map((pause) => ({
      id: `paused ${pause.creativeId} ${pause.reason}`,
      sentence: pauseSentence(pause),
      link: { label: 'View details', href: paths.admin.slot(pause.slot.id) },
    })),
    reportedSlot && {
      id: 'slot',
      sentence: `Readers’ browsers removed the code of the slot “${reportedSlot.name}” from pages.`,
      link: { label: 'View details', href: paths.admin.slot(reportedSlot.id) },
    },
    slotOverBudget && {
      id: 'slot-over-budget',
      sentence: `“${slotOverBudget.slot.name}” was disabled, because ${overBudgetInWords(slotOverBudget)}.`,
      link: { label: 'View details', href: paths.admin.slot(slotOverBudget.slot.id) },
    },
    pendingComments > 0 && {
      id: 'pending',
      sentence: `${counted(pendingComments, 'comment')} ${pendingComments === 1 ? 'is' : 'are'} awaiting approval.`,
      link: { label: 'Moderate', href: paths.admin.comments() },
    },
    notices.reportedComments > 0 && {
      id: 'reported-comments',
      sentence: `${counted(notices.reportedComments, 'comment')} ${notices.reportedComments === 1 ? 'was' : 'were'} reported by readers.`,
      link: { label: 'Decide', href: paths.admin.commentReports() },
    },
    notices.corrections > 0 && {
      id: 'corrections',
      sentence: `${counted(notices.corrections, 'suggested correction')} ${notices.corrections === 1 ? 'awaits' : 'await'} a decision.`,
      link: { label: 'Decide', href: paths.admin.corrections() },
    },
    scheduled?.publishAt
      ? {
          id: 'scheduled',
          sentence: `“${scheduled.title || 'Untitled'}” is scheduled for ${shortMoment(scheduled.publishAt, { timeZone })}.`,
          link: { label: 'Open', href: paths.admin.post(scheduled.id) },
        }
      : null,
    withoutAlt.first && {
      id: 'alt',
      sentence:
        withoutAlt.count === 1
          ? `The featured image of “${withoutAlt.first.title || 'Untitled'}” has no alt text.`
          : `${withoutAlt.count} featured images have no alt text.`,
      link: { label: 'Add alt text', href: paths.admin.post(withoutAlt.first.id) },
    },
    ...drafts.latest.map((draft) => ({
      id: draft.id,
      sentence: `“${draft.title || 'Untitled'}” is a draft, last edited ${shortMoment(draft.updatedAt, { timeZone })}.`,
      link: { label: 'Continue editing', href: paths.admin.post(draft.id) },
    })),
    drafts.count > drafts.latest.length && {
      id: 'drafts',
      sentence: `${counted(drafts.count - drafts.latest.length, 'more draft')}.`,
      link: { label: 'See all', href: `${paths.admin.posts()}?state=draft` },
    },
  ];
  return items.filter((item) => item !== false && item !== null);
}

function importItem({ id, fileName, state }: NonNullable<DashboardNotices['unfinishedImport']>): Item {
  const isRunning = state.status === 'running';
  return {
    id: 'import',
    sentence: isRunning
      ? `${fileName} is being read for an import or its preview.`
      : `The import of ${fileName} stopped before it was finished. What was imported is kept; running it again continues from there.`,
    link: { label: isRunning ? 'View progress' : 'View details', href: paths.admin.import(id) },
  };
}
