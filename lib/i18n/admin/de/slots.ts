/** The pages of ad slots: the map, one slot, its versions and notices, who gets which, and the import. */
export const slots = {
  'Slots on the site': 'Werbeplätze auf der Website',
  'Slots on this page': 'Werbeplätze auf dieser Seite',
  'There is no public page at “{path}”: this is the home page.':
    'Unter „{path}“ gibt es keine öffentliche Seite: Das ist die Startseite.',
  'Mobile (390 px)': 'Mobil (390 px)',
  'Tablet (820 px)': 'Tablet (820 px)',
  'Desktop (1,280 px)': 'Desktop (1.280 px)',
  'Slots as a reader gets them. Nothing here is counted.':
    'Werbeplätze, wie ein Leser sie bekommt. Hier wird nichts gezählt.',
  Window: 'Fenster',
  'All slots are on this page.': 'Alle Werbeplätze sind auf dieser Seite.',
  'Not on this page: {count}': 'Nicht auf dieser Seite: {count}',
  'Preview of the slot “{name}”. Readers do not see it yet.':
    'Vorschau des Werbeplatzes „{name}“. Leser sehen ihn noch nicht.',
  'It is not shown on this page: {reason}': 'Auf dieser Seite wird er nicht gezeigt: {reason}',
  'On the post': 'Zum Beitrag',
  'Shows the slot': 'Zeigt den Werbeplatz',
  'Does not show it': 'Zeigt ihn nicht',
  'Nothing for this reader': 'Nichts für diesen Leser',
  '{count, number} of 1,000 such readers get it.': '{count, number} von 1.000 solchen Lesern bekommen ihn.',
  'Edit the slot': 'Werbeplatz bearbeiten',
  'There is no published post to preview it on yet.': 'Es gibt noch keinen veröffentlichten Beitrag für eine Vorschau.',
  'Another slot is at the edge of the window: only one can be.':
    'Am Rand des Fensters steht ein anderer Werbeplatz; dort hat nur einer Platz.',
  Slot: 'Werbeplatz',
  'This slot': 'Dieser Werbeplatz',
  Statistics: 'Statistik',
  'Who gets which': 'Wer bekommt was',
  'On this page': 'Auf dieser Seite',
  Size: 'Größe',
  Position: 'Position',
  'Schedule##noun': 'Zeitplan',
  'Name and order': 'Name und Reihenfolge',
  'on mobile {size}': 'mobil {size}',
  'hidden on mobile': 'mobil ausgeblendet',
  'mobile only': 'nur mobil',
  'hidden everywhere': 'überall ausgeblendet',
  'Open a slot to add content. Empty slots show “Put your ad code here” to everyone, as chosen in the settings.':
    'Öffnen Sie einen Werbeplatz, um Inhalt hinzuzufügen. Leere Werbeplätze zeigen allen „Hier Ihren Werbecode einfügen“, wie in den Einstellungen gewählt.',
  'Open a slot to add content. Only staff can see empty slots.':
    'Öffnen Sie einen Werbeplatz, um Inhalt hinzuzufügen. Leere Werbeplätze sieht nur das Team.',
  'See slots on the site': 'Werbeplätze auf der Website ansehen',
  'On an article': 'In einem Artikel',
  'Other placements': 'Andere Platzierungen',
  'The site title': 'Der Titel der Website',
  'The title of an article': 'Der Titel eines Artikels',
  'The first paragraphs': 'Die ersten Absätze',
  'The last paragraphs': 'Die letzten Absätze',
  'The heading of the comments': 'Die Überschrift der Kommentare',
  'The site footer': 'Der Fuß der Website',
  Header: 'Kopfbereich',
  'Below the site title, above everything else.': 'Unter dem Titel der Website, über allem anderen.',
  'Below the title': 'Unter dem Titel',
  'Under the subtitle, above the byline.': 'Unter dem Untertitel, über der Autorenzeile.',
  'In the article': 'Im Artikel',
  'Between the paragraphs of an article.': 'Zwischen den Absätzen eines Artikels.',
  'End of the article': 'Ende des Artikels',
  'After the last paragraph and the tags.': 'Nach dem letzten Absatz und den Schlagwörtern.',
  'In the comments': 'In den Kommentaren',
  'Between whole threads, never inside one.': 'Zwischen ganzen Diskussionssträngen, nie in einem.',
  'In lists of posts': 'In Listen von Beiträgen',
  'Between the posts of the home page, a tag, an author or the archive.':
    'Zwischen den Beiträgen der Startseite, eines Schlagworts, eines Autors oder des Archivs.',
  Sidebar: 'Seitenleiste',
  'In the margin of a wide screen; below the text on a narrower one.':
    'Am Rand eines breiten Bildschirms; auf einem schmaleren unter dem Text.',
  Footer: 'Fußbereich',
  'At the end of the page, above the site footer.': 'Am Ende der Seite, über dem Fuß der Website.',
  'Sticky footer': 'Fester Fußbereich',
  'Stays at the bottom of the window; readers can close it.':
    'Bleibt am unteren Rand des Fensters; Leser können ihn schließen.',
  'Add a slot': 'Neuer Werbeplatz',
  'A placement can have several slots. They stand one after another, and in the article never in the same gap.':
    'Eine Platzierung kann mehrere Werbeplätze haben. Sie stehen nacheinander, und im Artikel nie in derselben Lücke.',
  'Add slot': 'Werbeplatz hinzufügen',
  'Staff see it, authors who choose a slot for an article, and advertisers.':
    'Ihn sehen das Team, Autoren, die einen Werbeplatz für einen Artikel wählen, und Werbekunden.',
  Placement: 'Platzierung',
  'Delete slot': 'Werbeplatz löschen',
  'Delete “{name}”?': '„{name}“ löschen?',
  'Its content, its versions and its statistics are deleted, and advertisers no longer find them in their reports. This cannot be undone.':
    'Inhalt, Versionen und Statistik werden gelöscht, und Werbekunden finden sie nicht mehr in ihren Berichten. Das kann nicht rückgängig gemacht werden.',
  'The slots of this placement, in their order:': 'Die Werbeplätze dieser Platzierung in ihrer Reihenfolge:',
  Enable: 'Aktivieren',
  Disable: 'Deaktivieren',
  'Preview on a page': 'Vorschau auf einer Seite',
  'Preview, not published · version {version}': 'Vorschau, nicht veröffentlicht · Version {version}',
  'What readers see · version {version}': 'Was Leser sehen · Version {version}',
  'It runs in the page, for readers only: sign out, or use a private window, to see it there.':
    'Er läuft in der Seite, und nur bei Lesern: Melden Sie sich ab, oder verwenden Sie ein privates Fenster, um ihn dort zu sehen.',
  'Preview of {name}': 'Vorschau von {name}',
  'The stored rules of this slot could not be read ({names}), so it is shown nowhere. Check what is filled in below, choose its pages and save.':
    'Die gespeicherten Regeln dieses Werbeplatzes konnten nicht gelesen werden ({names}), deshalb wird er nirgends angezeigt. Prüfen Sie die Angaben unten, wählen Sie die Seiten und speichern Sie.',
  'The stored rules of this slot could not be read, so it is shown nowhere. Check what is filled in below, choose its pages and save.':
    'Die gespeicherten Regeln dieses Werbeplatzes konnten nicht gelesen werden, deshalb wird er nirgends angezeigt. Prüfen Sie die Angaben unten, wählen Sie die Seiten und speichern Sie.',
  Versions: 'Versionen',
  'Version {version}': 'Version {version}',
  'Version {version} · {kind}': 'Version {version} · {kind}',
  'Version {version} · {kind}, in the page': 'Version {version} · {kind}, in der Seite',
  code: 'Code',
  image: 'Bild',
  text: 'Text',
  'Choose a version': 'Version wählen',
  'Asked for when a version that runs in the page is restored.':
    'Wird verlangt, wenn eine Version wiederhergestellt wird, die in der Seite läuft.',
  'Older versions ({count})': 'Ältere Versionen ({count})',
  'Restore version {version}': 'Version {version} wiederherstellen',
  'In an article': 'In einem Artikel',
  'As saved. Heights are estimated; only slots that show something are drawn, and this one.':
    'Wie gespeichert. Höhen sind geschätzt; gezeichnet sind nur Werbeplätze, die etwas zeigen, und dieser.',
  'Once a post is published, its outline is shown here with its slots.':
    'Sobald ein Beitrag veröffentlicht ist, steht hier seine Gliederung mit ihren Werbeplätzen.',
  'This slot is not in it: {why}': 'Dieser Werbeplatz ist nicht darin: {why}',
  Post: 'Beitrag',
  Show: 'Anzeigen',
  Phone: 'Smartphone',
  Desktop: 'Desktop',
  'On phones, slots take more of this article than the Better Ads Standards allow. Browsers may hide the ads of a site that exceeds them.':
    'Auf Smartphones nehmen Werbeplätze mehr von diesem Artikel ein, als die Better Ads Standards erlauben. Browser können die Werbung einer Website ausblenden, die sie überschreitet.',
  '{name}, {device}: {count, plural, one {# slot} other {# slots}}, {density}':
    '{name}, {device}: {count, plural, one {# Werbeplatz} other {# Werbeplätze}}, {density}',
  '{top} px from the top': '{top} px von oben',
  '“{name}” was disabled, because the browsers of {count} readers reported that version {version} {behaviour}, which its test had not shown.':
    '„{name}“ wurde deaktiviert, denn die Browser von {count} Lesern haben gemeldet: Version {version} {behaviour}. Ihr Test hatte das nicht gezeigt.',
  'took the keyboard focus': 'hat den Tastaturfokus an sich gezogen',
  'blocked the Back button with entries in the browser’s history':
    'hat die Zurück-Taste mit Einträgen im Browserverlauf blockiert',
  'tried to open a window that nobody had asked for':
    'hat versucht, ein Fenster zu öffnen, nach dem niemand gefragt hat',
  'tried to open a dialog of the browser': 'hat versucht, einen Dialog des Browsers zu öffnen',
  'tried to scroll the page': 'hat versucht, die Seite zu rollen',
  'This code tried {count, plural, one {once} other {# times}} to open a window that nobody had asked for, which was refused, most recently {moment}.':
    'Dieser Code hat {count, plural, one {einmal} other {#-mal}} versucht, ein Fenster zu öffnen, nach dem niemand gefragt hat; das wurde abgelehnt, zuletzt {moment}.',
  'This code tried {count, plural, one {once} other {# times}} to open a dialog of the browser, which was refused, most recently {moment}.':
    'Dieser Code hat {count, plural, one {einmal} other {#-mal}} versucht, einen Dialog des Browsers zu öffnen; das wurde abgelehnt, zuletzt {moment}.',
  'This code tried {count, plural, one {once} other {# times}} to scroll the page, which was refused, most recently {moment}.':
    'Dieser Code hat {count, plural, one {einmal} other {#-mal}} versucht, die Seite zu rollen; das wurde abgelehnt, zuletzt {moment}.',
  'tried to replace the page (document.write)': 'hat versucht, die Seite zu ersetzen (document.write)',
  'Ask the network about it, or press Enable if it is all right: it is then not disabled for this again.':
    'Fragen Sie das Werbenetzwerk danach, oder wählen Sie „Aktivieren“, wenn es in Ordnung ist: Dann wird deshalb nicht wieder deaktiviert.',
  'Disabled: {moment}.': 'Deaktiviert: {moment}.',
  'Ask the network for lighter code, or press Enable: its measurements then begin anew.':
    'Bitten Sie das Werbenetzwerk um leichteren Code, oder wählen Sie „Aktivieren“: Dann beginnen die Messungen von vorn.',
  '“{name}” (version {version}) was disabled on {when}, because {why}, from {from} on.':
    '„{name}“ (Version {version}) wurde am {when} deaktiviert, denn {why}, gemessen ab {from}.',
  'Version {version} was disabled on {when}, because {why}, from {from} on.':
    'Version {version} wurde am {when} deaktiviert, denn {why}, gemessen ab {from}.',
  'Ask the network for other code, or replace it.':
    'Bitten Sie das Werbenetzwerk um anderen Code, oder ersetzen Sie ihn.',
  'Readers’ browsers removed this code {count, plural, one {once} other {# times}} because it took keyboard focus from people who were typing, most recently {moment}.':
    'Browser von Lesern haben diesen Code {count, plural, one {einmal} other {#-mal}} entfernt, weil er beim Tippen den Tastaturfokus an sich zog, zuletzt {moment}.',
  'Readers’ browsers removed this code {count, plural, one {once} other {# times}} because it blocked the browser’s Back button, most recently {moment}.':
    'Browser von Lesern haben diesen Code {count, plural, one {einmal} other {#-mal}} entfernt, weil er die Zurück-Taste des Browsers blockierte, zuletzt {moment}.',
  'This code tried {count, plural, one {once} other {# times}} to replace the page (document.write), which was refused, most recently {moment}.':
    'Dieser Code hat {count, plural, one {einmal} other {#-mal}} versucht, die Seite zu ersetzen (document.write), was abgelehnt wurde, zuletzt {moment}.',
  'no longer shown': 'nicht mehr angezeigt',
  'slot disabled': 'Werbeplatz deaktiviert',
  '{name}: {count, plural, one {# report} other {# reports}}':
    '{name}: {count, plural, one {# Meldung} other {# Meldungen}}',
  'last report {when}': 'letzte Meldung {when}',
  'Not relevant to me': 'Für mich nicht relevant',
  'It is offensive': 'Sie ist anstößig',
  'It is misleading': 'Sie ist irreführend',
  'It is broken': 'Sie ist defekt',
  'It covers the content': 'Sie verdeckt den Inhalt',
  'Disable {name}': '{name} deaktivieren',
  'Disable line item': 'Werbebuchung deaktivieren',
  'Disable slot': 'Werbeplatz deaktivieren',
  'Dismiss reports on {name}': 'Meldungen zu {name} verwerfen',
  Dismiss: 'Verwerfen',
  'Who gets which in “{name}”': 'Wer bekommt was in „{name}“',
  'The choice of a reader’s browser, replayed. It is not counted.':
    'Die Auswahl des Browsers eines Lesers, nachgestellt. Sie wird nicht gezählt.',
  'There is no public page at “{path}”.': 'Unter „{path}“ gibt es keine öffentliche Seite.',
  Page: 'Seite',
  'The path of a post, such as /about, or /.': 'Der Pfad eines Beitrags, etwa /about, oder /.',
  'The reader': 'Der Leser',
  'Width of the window': 'Breite des Fensters',
  Referrer: 'Verweis',
  'At##moment': 'Zeitpunkt',
  Seed: 'Startwert',
  'Any word or number: the same always gives the same answer.':
    'Ein beliebiges Wort oder eine Zahl: Dasselbe ergibt immer dieselbe Antwort.',
  'Nobody gets this slot on this page.': 'Auf dieser Seite bekommt niemand diesen Werbeplatz.',
  'The line items and why': 'Die Werbebuchungen und warum',
  'Why, or why not': 'Warum, oder warum nicht',
  'Of 1,000 such readers': 'Von 1.000 solchen Lesern',
  'Import ad settings': 'Werbeeinstellungen importieren',
  'From Ad Inserter, Advanced Ads, WP QUADS or a Blogger theme. Each ad becomes a slot that is disabled until you have looked at it.':
    'Aus Ad Inserter, Advanced Ads, WP QUADS oder einem Blogger-Theme. Jede Anzeige wird ein Werbeplatz, der deaktiviert ist, bis Sie ihn angesehen haben.',
  File: 'Datei',
  'The XML of Advanced Ads, the JSON of WP QUADS, or the XML of a Blogger theme (Theme, Back up).':
    'Das XML von Advanced Ads, das JSON von WP QUADS oder das XML eines Blogger-Themes (Design, Sichern).',
  'Or paste the settings': 'Oder die Einstellungen einfügen',
  'Ad Inserter shows them as one long text, under Export.':
    'Ad Inserter zeigt sie als einen langen Text, unter „Export“.',
  'Import##verb': 'Importieren',
  Imported: 'Importiert',
  'No ad was imported.': 'Es wurde keine Anzeige importiert.',
};
