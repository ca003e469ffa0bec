import type { Catalogue } from '../catalogue';

export const de: Catalogue = {
  'layout.skip': 'Zum Inhalt springen',
  'layout.mainNavigation': 'Hauptmenü',
  'layout.footer': 'Fußzeile',
  'layout.archive': 'Archiv',
  'layout.search': 'Suche',
  'layout.account': 'Konto',
  'layout.signIn': 'Anmelden',
  'layout.unread': '{count, plural, one {ungelesene Benachrichtigung} other {ungelesene Benachrichtigungen}}',
  'layout.advertise': 'Werben',
  'layout.feed': 'RSS-Feed',

  'theme.label': 'Farbschema',
  'theme.system': 'System',
  'theme.light': 'Hell',
  'theme.dark': 'Dunkel',

  'notFound.head': 'Nicht gefunden',
  'notFound.kicker': 'Fehler 404',
  'notFound.title': 'Seite nicht gefunden',
  'notFound.intro':
    'Die Seite wurde vielleicht verschoben oder entfernt, oder die Adresse enthält einen Tippfehler. Suchen Sie danach, stöbern Sie im <archive>Archiv</archive> oder gehen Sie zur <home>Startseite</home>.',
  'notFound.newest': 'Neueste Beiträge',

  'list.page': 'Seite {page} von {pages}',
  'list.pages': 'Seiten',
  'list.pageLink': 'Seite {page}',
  'list.titleOfPage': '{title} (Seite {page})',
  'list.newerPosts': 'Neuere Beiträge',
  'list.olderPosts': 'Ältere Beiträge',
  'list.newerCorrections': 'Neuere Korrekturen',
  'list.olderCorrections': 'Ältere Korrekturen',
  'list.description': 'Beiträge von {site}',

  'home.empty': 'Hier wurde noch nichts veröffentlicht. Schauen Sie bald wieder vorbei.',

  'tag.kicker': 'Schlagwort',
  'tag.empty': 'Noch keine Beiträge mit diesem Schlagwort.',

  'author.kicker': 'Autor',
  'author.empty': 'Noch keine Beiträge von dieser Person.',

  'archive.empty': 'Es wurde noch nichts veröffentlicht.',
  'archive.posts': '{count, plural, one {# Beitrag} other {# Beiträge}}',
  'archive.allOf': 'Alles aus {year}',
  'archive.allYears': 'Alle Jahre',

  'post.pinned': 'Angeheftet',
  'post.by': 'Von {authors}',
  'post.updated': 'Aktualisiert am {date}',
  'post.readingTime': '{count, plural, one {# Min. Lesezeit} other {# Min. Lesezeit}}',
  'post.comments': '{count, plural, one {# Kommentar} other {# Kommentare}}',
  'post.neighbours': 'Vorheriger und nächster Beitrag',
  'post.previous': 'Vorheriger Beitrag',
  'post.next': 'Nächster Beitrag',
  'post.tags': 'Schlagwörter',

  'search.label': 'Diese Website durchsuchen',
  'search.button': 'Suchen',
  'search.more': 'Weitere Ergebnisse',
  'search.none': 'Keine Ergebnisse für „{question}“.',
  'search.corrected': 'Keine Ergebnisse für „{question}“. Angezeigt werden Ergebnisse für „{corrected}“.',
  'search.moreFor': 'Weitere Ergebnisse für „{question}“.',
  'search.noMore': 'Keine weiteren Ergebnisse für „{question}“.',
  'search.best': 'Ergebnisse für „{question}“, die besten Treffer zuerst.',
  'search.results': '{count, plural, one {Ein Ergebnis für „{question}“.} other {# Ergebnisse für „{question}“.}}',
  'search.advice': 'Versuchen Sie es mit weniger oder anderen Wörtern, oder stöbern Sie im <archive>Archiv</archive>.',
};
