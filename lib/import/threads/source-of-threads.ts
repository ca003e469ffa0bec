import { sourceWith } from '../defaults';
import type { Problem } from '../drafts';
import type { ImportItem, ImportSource, ImportTarget } from '../importer';
import type { AddressMap } from './address-map';
import type { ThreadRecord, ThreadStore } from './thread-store';

type Given = Partial<Pick<ImportSource, 'notes' | 'leftOut' | 'remarks'>> & { addresses: AddressMap };

/** The source of an export that holds comments only. */
export function sourceOfThreads(store: ThreadStore, { addresses, ...lines }: Given): ImportSource {
  const pathOf = (address: string) => addresses.pathsOf(address)[0] ?? null;
  return sourceWith({
    total: store.size,
    posts: () => [],
    links: { pathOf, postAt: () => null, within: (path) => path, months: new Set(), lists: () => [] },
    items: (target) => itemsOf(store, addresses, target),
    ...lines,
  });
}

async function* itemsOf(store: ThreadStore, addresses: AddressMap, target: ImportTarget): AsyncGenerator<ImportItem> {
  let done = 0;
  for (const thread of store.threads()) {
    done += 1;
    const count = store.countOf(thread.sourceId);
    if (count === 0) continue;
    const { addresses: given, isDeleted, ...facts } = thread;
    if (isDeleted) {
      target.onFailed({ where: facts.where, why: `It was deleted there, with its comments (${count}).` });
      continue;
    }
    const comments = store.listOf(thread.sourceId, (id) => target.onFailed(repeated(thread, id)));
    if (comments.length === 0) {
      for (const id of comments.unseen) target.onFailed({ where: `${facts.where}, comment ${id}`, why: unseen });
      continue;
    }
    const paths = [...new Set(given.flatMap((address) => addresses.pathsOf(address)))];
    yield { thread: { ...facts, address: given[0] ?? '', paths, comments }, done };
  }
}

const unseen = 'It has no visible text, so it was left out.';

function repeated({ where }: ThreadRecord, id: string): Problem {
  return { where: `${where}, comment ${id}`, why: 'An earlier comment has the same id, so this one was not imported.' };
}
