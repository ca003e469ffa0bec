import type { Catalogue } from '../catalogue';

export const ja: Catalogue = {
  'layout.skip': '本文へ移動',
  'layout.mainNavigation': 'メイン',
  'layout.footer': 'フッター',
  'layout.archive': 'アーカイブ',
  'layout.search': '検索',
  'layout.account': 'アカウント',
  'layout.signIn': 'ログイン',
  'layout.unread': '{count, plural, other {件の未読の通知}}',
  'layout.advertise': '広告掲載',
  'layout.feed': 'RSSフィード',

  'theme.label': 'テーマ',
  'theme.system': 'システム',
  'theme.light': 'ライト',
  'theme.dark': 'ダーク',

  'notFound.head': '見つかりません',
  'notFound.kicker': 'エラー404',
  'notFound.title': 'ページが見つかりません',
  'notFound.intro':
    'ページが移動または削除されたか、アドレスに誤りがある可能性があります。検索するか、<archive>アーカイブ</archive>または<home>トップページ</home>をご覧ください。',
  'notFound.newest': '新着記事',

  'list.page': '{pages}ページ中{page}ページ',
  'list.pages': 'ページ',
  'list.pageLink': '{page}ページ',
  'list.titleOfPage': '{title}({page}ページ)',
  'list.newerPosts': '新しい記事',
  'list.olderPosts': '以前の記事',
  'list.newerCorrections': '新しい訂正',
  'list.olderCorrections': '以前の訂正',
  'list.description': '{site}の記事',

  'home.empty': 'まだ何も公開されていません。またお越しください。',

  'tag.kicker': 'タグ',
  'tag.empty': 'このタグの記事はまだありません。',

  'author.kicker': '著者',
  'author.empty': 'この著者の記事はまだありません。',

  'archive.empty': 'まだ何も公開されていません。',
  'archive.posts': '{count, plural, other {#件の記事}}',
  'archive.allOf': '{year}年のすべて',
  'archive.allYears': 'すべての年',

  'post.pinned': 'ピン留め',
  'post.by': '著者: {authors}',
  'post.updated': '更新: {date}',
  'post.readingTime': '{count, plural, other {#分で読めます}}',
  'post.comments': '{count, plural, other {#件のコメント}}',
  'post.neighbours': '前後の記事',
  'post.previous': '前の記事',
  'post.next': '次の記事',
  'post.tags': 'タグ',

  'search.label': 'サイト内を検索',
  'search.button': '検索',
  'search.more': 'さらに結果を表示',
  'search.none': '「{question}」の検索結果はありません。',
  'search.corrected': '「{question}」の検索結果はありません。「{corrected}」の結果を表示しています。',
  'search.moreFor': '「{question}」の続きの検索結果です。',
  'search.noMore': '「{question}」の検索結果はこれ以上ありません。',
  'search.best': '「{question}」の検索結果(関連度順)',
  'search.results': '{count, plural, other {「{question}」の検索結果: #件}}',
  'search.advice': '語を減らすか別の語でお試しください。<archive>アーカイブ</archive>もご覧いただけます。',
};
