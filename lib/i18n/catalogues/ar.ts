import type { Catalogue } from '../catalogue';

export const ar: Catalogue = {
  'layout.skip': 'انتقل إلى المحتوى',
  'layout.mainNavigation': 'القائمة الرئيسية',
  'layout.footer': 'التذييل',
  'layout.archive': 'الأرشيف',
  'layout.search': 'بحث',
  'layout.account': 'الحساب',
  'layout.signIn': 'تسجيل الدخول',
  'layout.unread':
    '{count, plural, zero {لا إشعارات غير مقروءة} one {إشعار غير مقروء} two {إشعاران غير مقروءين} few {إشعارات غير مقروءة} many {إشعارًا غير مقروء} other {إشعار غير مقروء}}',
  'layout.advertise': 'أعلن هنا',
  'layout.feed': 'خلاصة RSS',

  'theme.label': 'المظهر',
  'theme.system': 'النظام',
  'theme.light': 'فاتح',
  'theme.dark': 'داكن',

  'notFound.head': 'غير موجود',
  'notFound.kicker': 'خطأ 404',
  'notFound.title': 'الصفحة غير موجودة',
  'notFound.intro':
    'ربما نُقلت الصفحة أو حُذفت، أو في العنوان خطأ مطبعي. ابحث عنها، أو تصفح <archive>الأرشيف</archive>، أو انتقل إلى <home>الصفحة الرئيسية</home>.',
  'notFound.newest': 'الأحدث',

  'list.page': 'صفحة {page} من {pages}',
  'list.pages': 'الصفحات',
  'list.pageLink': 'صفحة {page}',
  'list.titleOfPage': '{title} (صفحة {page})',
  'list.newerPosts': 'مقالات أحدث',
  'list.olderPosts': 'مقالات أقدم',
  'list.newerCorrections': 'تصحيحات أحدث',
  'list.olderCorrections': 'تصحيحات أقدم',
  'list.description': 'مقالات من {site}',

  'home.empty': 'لم يُنشر شيء هنا بعد. عُد قريبًا.',

  'tag.kicker': 'وسم',
  'tag.empty': 'لا مقالات بهذا الوسم بعد.',

  'author.kicker': 'الكاتب',
  'author.empty': 'لا مقالات لهذا الكاتب بعد.',

  'archive.empty': 'لم يُنشر شيء بعد.',
  'archive.posts':
    '{count, plural, zero {لا مقالات} one {مقالة واحدة} two {مقالتان} few {# مقالات} many {# مقالة} other {# مقالة}}',
  'archive.allOf': 'كل مقالات {year}',
  'archive.allYears': 'كل السنوات',

  'post.pinned': 'مثبّت',
  'post.by': 'بقلم {authors}',
  'post.updated': 'حُدّث في {date}',
  'post.readingTime':
    '{count, plural, zero {قراءة في أقل من دقيقة} one {قراءة في دقيقة واحدة} two {قراءة في دقيقتين} few {قراءة في # دقائق} many {قراءة في # دقيقة} other {قراءة في # دقيقة}}',
  'post.comments':
    '{count, plural, zero {لا تعليقات} one {تعليق واحد} two {تعليقان} few {# تعليقات} many {# تعليقًا} other {# تعليق}}',
  'post.neighbours': 'المقالة السابقة والتالية',
  'post.previous': 'المقالة السابقة',
  'post.next': 'المقالة التالية',
  'post.tags': 'الوسوم',

  'search.label': 'ابحث في هذا الموقع',
  'search.button': 'ابحث',
  'search.more': 'مزيد من النتائج',
  'search.none': 'لا نتائج لـ«{question}».',
  'search.corrected': 'لا نتائج لـ«{question}». تُعرض نتائج «{corrected}».',
  'search.moreFor': 'مزيد من نتائج «{question}».',
  'search.noMore': 'لا مزيد من نتائج «{question}».',
  'search.best': 'نتائج «{question}»، الأنسب أولًا.',
  'search.results':
    '{count, plural, zero {لا نتائج لـ«{question}».} one {نتيجة واحدة لـ«{question}».} two {نتيجتان لـ«{question}».} few {# نتائج لـ«{question}».} many {# نتيجة لـ«{question}».} other {# نتيجة لـ«{question}».}}',
  'search.advice': 'جرّب كلمات أقل أو مختلفة، أو تصفح <archive>الأرشيف</archive>.',
};
