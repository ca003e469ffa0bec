/** What readers are shown, in ICU message syntax: the keys and placeholders that every other catalogue has. */
export const en = {
  'layout.skip': 'Skip to content',
  'layout.mainNavigation': 'Main',
  'layout.footer': 'Footer',
  'layout.archive': 'Archive',
  'layout.search': 'Search',
  'layout.account': 'Account',
  'layout.signIn': 'Sign in',
  'layout.unread': '{count, plural, one {unread notification} other {unread notifications}}',
  'layout.advertise': 'Advertise',
  'layout.feed': 'RSS feed',

  'theme.label': 'Theme',
  'theme.system': 'System',
  'theme.light': 'Light',
  'theme.dark': 'Dark',

  'notFound.head': 'Not found',
  'notFound.kicker': 'Error 404',
  'notFound.title': 'Page not found',
  'notFound.intro':
    'The page may have been moved or removed, or the address may be mistyped. Search for it, browse the <archive>archive</archive>, or go to the <home>home page</home>.',
  'notFound.newest': 'Newest',

  'list.page': 'Page {page} of {pages}',
  'list.pages': 'Pages',
  'list.pageLink': 'Page {page}',
  'list.titleOfPage': '{title} (page {page})',
  'list.newerPosts': 'Newer posts',
  'list.olderPosts': 'Older posts',
  'list.newerCorrections': 'Newer corrections',
  'list.olderCorrections': 'Older corrections',
  'list.description': 'Posts from {site}',

  'home.empty': 'Nothing has been published here yet. Come back soon.',

  'tag.kicker': 'Tag',
  'tag.empty': 'No posts with this tag yet.',

  'author.kicker': 'Author',
  'author.empty': 'No posts by this author yet.',

  'archive.empty': 'Nothing has been published yet.',
  'archive.posts': '{count, plural, one {# post} other {# posts}}',
  'archive.allOf': 'All of {year}',
  'archive.allYears': 'All years',

  'post.pinned': 'Pinned',
  'post.by': 'By {authors}',
  'post.updated': 'Updated {date}',
  'post.readingTime': '{count, plural, one {# min read} other {# min read}}',
  'post.comments': '{count, plural, one {# comment} other {# comments}}',
  'post.neighbours': 'Previous and next post',
  'post.previous': 'Previous Post',
  'post.next': 'Next Post',
  'post.tags': 'Tags',

  'search.label': 'Search this site',
  'search.button': 'Search',
  'search.more': 'More results',
  'search.none': 'No results for “{question}”.',
  'search.corrected': 'No results for “{question}”. Showing results for “{corrected}”.',
  'search.moreFor': 'More results for “{question}”.',
  'search.noMore': 'No more results for “{question}”.',
  'search.best': 'Results for “{question}”, best matches first.',
  'search.results': '{count, plural, one {One result for “{question}”.} other {# results for “{question}”.}}',
  'search.advice': 'Try fewer or different words, or browse the <archive>archive</archive>.',
} as const;
