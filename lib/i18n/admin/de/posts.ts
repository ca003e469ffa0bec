/** Lists of posts and pages. */
export const posts = {
  'Edit page': 'Seite bearbeiten',
  'Edit post': 'Beitrag bearbeiten',
  'Preview: {title}': 'Vorschau: {title}',
  'This is a draft. Only people with this link can see it.':
    'Das ist ein Entwurf. Nur wer diesen Link hat, kann ihn sehen.',
  'This is how the post will look. It is scheduled and not public yet.':
    'So wird der Beitrag aussehen. Er ist geplant und noch nicht öffentlich.',
  'This is the latest version of a published post. Readers may still see an older one.':
    'Das ist die neueste Fassung eines veröffentlichten Beitrags. Leser sehen vielleicht noch eine ältere.',
  'This post is no longer public.': 'Dieser Beitrag ist nicht mehr öffentlich.',
  'This post is private. Only people with this link can see it.':
    'Dieser Beitrag ist privat. Nur wer diesen Link hat, kann ihn sehen.',
  'The link works until {date}.': 'Der Link gilt bis {date}.',
  'This text is too long for an outline here.': 'Dieser Text ist für eine Gliederung an dieser Stelle zu lang.',
  'No slot with content is within this article.': 'In diesem Artikel ist kein Werbeplatz mit Inhalt.',
  'As saved when this page was opened. Heights are estimated.': 'Stand beim Öffnen dieser Seite. Höhen sind geschätzt.',
  'Scheduled {moment}': 'Geplant für {moment}',
  'New post or page': 'Neuer Beitrag oder neue Seite',
  'It stays a draft until you publish it.': 'Bleibt ein Entwurf, bis Sie veröffentlichen.',
  'New page': 'Neue Seite',
  'No posts yet': 'Noch keine Beiträge',
  'Posts appear on the home page, newest first.': 'Beiträge erscheinen auf der Startseite, die neuesten zuerst.',
  'No pages yet': 'Noch keine Seiten',
  'Pages are separate from the list of posts: about, contact, legal notice.':
    'Seiten stehen außerhalb der Liste der Beiträge: Über uns, Kontakt, Impressum.',
  'No results for “{query}”. Showing results for “{corrected}”.':
    'Keine Treffer für „{query}“. Gezeigt werden Treffer für „{corrected}“.',
  'No posts found': 'Keine Beiträge gefunden',
  'No pages found': 'Keine Seiten gefunden',
  'No post matches this search and these filters.': 'Kein Beitrag passt zu dieser Suche und diesen Filtern.',
  'No page matches this search and these filters.': 'Keine Seite passt zu dieser Suche und diesen Filtern.',
  '{total, plural, one {# view} other {# views}}, {recent} in {days} days':
    '{total, plural, one {# Aufruf} other {# Aufrufe}}, {recent} in {days} Tagen',
  'Search titles and URLs': 'Titel und Adressen durchsuchen',
  'All authors': 'Alle Autoren',
  'All tags': 'Alle Schlagwörter',
  'Bulk actions': 'Mehrfachaktionen',
  Publish: 'Veröffentlichen',
  Unpublish: 'Auf Entwurf umstellen',
  'Move to trash': 'In den Papierkorb',
  'Select “{title}”': '„{title}“ auswählen',
  'Select all': 'Alle auswählen',
  '{count, plural, one {# selected} other {# selected}}': '{count, plural, one {# ausgewählt} other {# ausgewählt}}',
  'Actions for “{title}”': 'Aktionen für „{title}“',
  View: 'Ansehen',
  Duplicate: 'Duplizieren',
  'Copy of {title}': 'Kopie von {title}',
  'Add tag': 'Schlagwort hinzufügen',
  'Remove tag': 'Schlagwort entfernen',
  'Delete {count} pages permanently?': '{count} Seiten endgültig löschen?',
  'Delete {count} posts permanently?': '{count} Beiträge endgültig löschen?',
  'Delete “{title}” permanently?': '„{title}“ endgültig löschen?',
  'Delete the selected pages permanently?': 'Die ausgewählten Seiten endgültig löschen?',
  'Delete the selected posts permanently?': 'Die ausgewählten Beiträge endgültig löschen?',
  'Delete permanently': 'Endgültig löschen',
  'Comments and earlier versions are deleted too. This cannot be undone.':
    'Auch Kommentare und frühere Versionen werden gelöscht. Das kann nicht rückgängig gemacht werden.',
  published: 'veröffentlicht',
  restored: 'wiederhergestellt',
  imported: 'importiert',
  saved: 'gespeichert',
  'Restore from trash': 'Aus dem Papierkorb holen',
  'Drag a post to another day, or focus its title and press Shift and an arrow key. Its time stays.':
    'Ziehen Sie einen Beitrag auf einen anderen Tag, oder wählen Sie seinen Titel an und drücken Sie Umschalt und eine Pfeiltaste. Die Uhrzeit bleibt.',
  'Quick edit': 'Schnell bearbeiten',
  'Quick edit of “{title}”': '„{title}“ schnell bearbeiten',
  'This post has unpublished changes: what you change here is published with them.':
    'Dieser Beitrag hat unveröffentlichte Änderungen: Was Sie hier ändern, wird mit ihnen veröffentlicht.',
  'Nothing was saved.': 'Es wurde nichts gespeichert.',
  'Readers see it now.': 'Leser sehen es jetzt.',
  'Saved with the unpublished changes of this post. Readers see it once these are published.':
    'Mit den unveröffentlichten Änderungen dieses Beitrags gespeichert. Leser sehen es, sobald diese veröffentlicht sind.',
  'Saved meanwhile: “{text}”.': 'Inzwischen gespeichert: „{text}“.',
  '{name} saved this post in the meantime, so nothing was saved now. Save again to keep what you typed.':
    '{name} hat diesen Beitrag inzwischen gespeichert, deshalb wurde jetzt nichts gespeichert. Speichern Sie noch einmal, um Ihre Eingaben zu behalten.',
  'A day earlier': 'Einen Tag früher',
  'A day later': 'Einen Tag später',
  'A week later': 'Eine Woche später',
  'The clocks skip its hour that day, so it is an hour later.':
    'Die Uhr überspringt seine Stunde an diesem Tag, deshalb ist es eine Stunde später.',
  'Its hour occurs twice that day; the first one is used.':
    'Seine Stunde gibt es an diesem Tag zweimal; es gilt die erste.',
  'This post is published already, so it stays on its day. Open it to change its date.':
    'Dieser Beitrag ist bereits veröffentlicht und bleibt an seinem Tag. Öffnen Sie ihn, um sein Datum zu ändern.',
  'Choose a day of the calendar.': 'Wählen Sie einen Tag des Kalenders.',
  'That is in the past. Choose a day ahead; nothing was moved.':
    'Das liegt in der Vergangenheit. Wählen Sie einen kommenden Tag; es wurde nichts verschoben.',
  'This post was saved somewhere else in the meantime. Reload the calendar first.':
    'Dieser Beitrag wurde inzwischen anderswo gespeichert. Laden Sie zuerst den Kalender neu.',
};
