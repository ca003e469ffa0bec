import { describe, expect, test } from 'vitest';
import { currentSection, sectionsFor } from './sections';

const names = (role: Parameters<typeof sectionsFor>[0]['role']) => sectionsFor({ role }).map(({ name }) => name);

describe('the sidebar', () => {
  test.each([
    ['author', ['Dashboard', 'Posts', 'Media', 'Pages']],
    ['editor', ['Dashboard', 'Posts', 'Comments', 'Media', 'Pages', 'Tags', 'Series##several']],
    ['moderator', ['Dashboard', 'Comments']],
    ['ads', ['Dashboard', 'Media', 'Ad slots']],
    ['reader', []],
  ] as const)('shows the %s only what the role may do', (role, expected) => {
    expect(names(role)).toEqual(expected);
  });

  test('shows the owner everything', () => {
    expect(names('owner')).toHaveLength(15);
    expect(names('owner').filter((name) => !names('admin').includes(name))).toEqual(['Export']);
  });

  test.each([
    [0, ''],
    [3, '3'],
    [501, '500+'],
  ])('says of %i pending comments “%s” beside Comments, and nothing elsewhere', (pendingComments, waiting) => {
    const said = sectionsFor({ role: 'owner' }, { pendingComments }).filter((section) => section.waiting);
    expect(said.map((section) => [section.name, section.waiting])).toEqual(waiting ? [['Comments', waiting]] : []);
  });

  test('counts reported comments beside those that await approval, and says so', () => {
    const [comments] = sectionsFor({ role: 'moderator' }, { pendingComments: 2, reportedComments: 3 }).slice(-1);
    expect(comments).toMatchObject({ waiting: '5', waitingFor: 'awaiting approval or reported' });
  });

  test.each([
    ['/admin', 'Dashboard'],
    ['/admin/posts', 'Posts'],
    ['/admin/posts/0199', 'Posts'],
    ['/admin/posts-else', undefined],
  ])('finds the section of %s', (pathname, name) => {
    expect(currentSection(sectionsFor({ role: 'owner' }), pathname)?.name).toBe(name);
  });
});
