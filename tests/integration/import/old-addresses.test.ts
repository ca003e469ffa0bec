import { expect, test } from 'vitest';
import { reader } from '@/lib/db';
import { importWordPress } from '@/lib/import/importing';
import { undoImport } from '@/lib/import/undoing';
import { findRedirect } from '@/lib/redirects/queries';
import { OLD_SITE, wxr, wxrFile, wxrItem } from '../../factories/wxr';

const run = (...items: string[]) =>
  importWordPress('operator', { files: [wxrFile(wxr(...items))], oldUrl: null, dryRun: false });
const leads = async (from: string) => (await findRedirect(from)).move?.to ?? null;
const titleAt = async (slug: string) =>
  (await reader.post.findUnique({ where: { slug }, select: { title: true } }))?.title ?? null;

test('what had an address keeps it, whoever else has the same slug further up in the file', async () => {
  const page = (id: string, name: string, path: string, parent = '0') =>
    wxrItem({ id, type: 'page', name, title: `At ${path}`, link: `${OLD_SITE}${path}`, parent });
  const report = await run(
    page('801', 'about', '/about/'),
    page('802', 'team', '/about/team/', '801'),
    page('803', 'team', '/team/'),
    wxrItem({ id: '804', name: 'team', title: 'A post' }),
  );

  expect(await titleAt('team')).toBe('At /team/');
  expect(await titleAt('team-2')).toBe('At /about/team/');
  expect([await leads('/about/team'), await leads('/team'), await leads('/2014/05/06/team')]).toEqual([
    '/team-2',
    null,
    '/team-3',
  ]);
  expect(report.notes).toEqual([]);
  await undoImport('operator', report.batch!);
});

test('an old address that this site needs itself, or that something else has, is told', async () => {
  const first = await run(wxrItem({ id: '811', name: 'harbour', link: `${OLD_SITE}/harbour/` }));
  const reserved = ['archive', 'search', 'author', '2024'];
  const own = await run(
    ...reserved.map((name, at) =>
      wxrItem({ id: `83${at}`, type: 'page', name, title: name, link: `${OLD_SITE}/${name}/` }),
    ),
    wxrItem({ id: '838', name: 'harbour', title: 'Second', link: `${OLD_SITE}/harbour/` }),
    wxrItem({ id: '839', name: 'hidden', status: 'draft', link: `${OLD_SITE}/search/` }),
  );
  expect(own.notes.map(({ why }) => why)).toEqual([
    ...reserved.map(
      (name) =>
        `Its old address /${name} could not be kept, because this site needs it itself: it is at /${name}-2 here.`,
    ),
    'Its old address /harbour could not be kept, because something else stands there: it is at /harbour-2 here.',
  ]);
  await undoImport('operator', own.batch!);
  await undoImport('operator', first.batch!);
});
