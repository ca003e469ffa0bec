import type { Attention } from '@/lib/attention/queries';
import { paths } from '@/lib/paths';
import { shortMoment } from '@/lib/time/site-time';

type Item = { id: string; sentence: string; act: string; href: string };

/** What needs attention, each in a sentence with the act beside it. */
export function AttentionList({ attention, timeZone }: { attention: Attention; timeZone: string }) {
  const items = attentionItems(attention, timeZone);
  if (items.length === 0) return <p className="quiet">Nothing waits for you. A good moment to write.</p>;
  return (
    <ul className="rows">
      {items.map(({ id, sentence, act, href }) => (
        <li key={id} className="row attention">
          <p className="row__main">{sentence}</p>
          <a className="row__side notice__act" href={href}>
            {act}
          </a>
        </li>
      ))}
    </ul>
  );
}

function attentionItems(attention: Attention, timeZone: string): Item[] {
  const { heldComments, drafts, scheduled, withoutAlt, undelivered, lastImport, reportedSlot } = attention;
  const items: (Item | false | null)[] = [
    lastImport && {
      id: 'import',
      sentence:
        lastImport.status === 'running'
          ? `The import of ${lastImport.fileName} is running.`
          : `The import of ${lastImport.fileName} stopped before its end. What came in is kept; running it again goes on from there.`,
      act: lastImport.status === 'running' ? 'Watch it' : 'See why',
      href: paths.admin.imports(),
    },
    undelivered.count > 0 && {
      id: 'mail',
      sentence: `${counted(undelivered.count, 'mail')} could not be delivered${undelivered.lastError ? ` (${undelivered.lastError.slice(0, 120)})` : ''}. We keep trying.`,
      act: 'Mail settings',
      href: paths.admin.settings(),
    },
    reportedSlot && {
      id: 'slot',
      sentence: `Readers’ browsers removed the code of the slot “${reportedSlot.name}” from pages.`,
      act: 'See why',
      href: paths.admin.slot(reportedSlot.id),
    },
    heldComments > 0 && {
      id: 'held',
      sentence: `${counted(heldComments, 'comment')} ${heldComments === 1 ? 'waits' : 'wait'} for approval.`,
      act: 'Moderate',
      href: paths.admin.comments(),
    },
    scheduled?.publishAt
      ? {
          id: 'scheduled',
          sentence: `“${scheduled.title || 'Untitled'}” appears ${shortMoment(scheduled.publishAt, { timeZone })}.`,
          act: 'Open',
          href: paths.admin.post(scheduled.id),
        }
      : null,
    withoutAlt.first && {
      id: 'alt',
      sentence:
        withoutAlt.count === 1
          ? `The cover of “${withoutAlt.first.title || 'Untitled'}” has no description for those who cannot see it.`
          : `${withoutAlt.count} covers have no description for those who cannot see them.`,
      act: 'Describe',
      href: paths.admin.post(withoutAlt.first.id),
    },
    ...drafts.latest.map((draft) => ({
      id: draft.id,
      sentence: `The draft “${draft.title || 'Untitled'}”, last changed ${shortMoment(draft.updatedAt, { timeZone })}.`,
      act: 'Go on writing',
      href: paths.admin.post(draft.id),
    })),
    drafts.count > drafts.latest.length && {
      id: 'drafts',
      sentence: `${drafts.count - drafts.latest.length} more drafts.`,
      act: 'See all',
      href: `${paths.admin.posts()}?state=draft`,
    },
  ];
  return items.filter((item) => item !== false && item !== null);
}

function counted(count: number, noun: string) {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
