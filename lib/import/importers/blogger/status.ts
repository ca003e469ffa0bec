import type { DraftStatus } from '../../drafts';
import { momentOf } from '../../reading/moments';
import type { XmlNode } from '../../reading/xml/records';
import { factOf, isDraft } from './entries';

export type Status = { status: DraftStatus; note: string };

/** What readers could see stays public; every other state is hidden. */
export function statusOf(entry: XmlNode): Status {
  const status = factOf(entry, 'blogger:status').toUpperCase();
  if (factOf(entry, 'blogger:trashed') || /TRASHED|DELETED/.test(status))
    return { status: 'trashed', note: 'It was in the trash, and is in the trash here.' };
  if (isDraft(entry) || status === 'DRAFT') return { status: 'draft', note: '' };
  if (status === 'SCHEDULED') return { status: 'scheduled', note: '' };
  if (status !== '' && status !== 'LIVE')
    return { status: 'private', note: `Its state ${status.slice(0, 40)} is not known here: it is private.` };
  if (!momentOf(factOf(entry, 'published')))
    return { status: 'draft', note: 'It has no readable date, so it was imported as a draft.' };
  return { status: 'published', note: '' };
}
