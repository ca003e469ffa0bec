/** Redirects and addresses that were not found, with what their forms answer. */
export const redirects = {
  Redirects: 'Weiterleitungen',
  Redirect: 'Weiterleitung',
  'Where readers of former addresses are sent.': 'Wohin Leser früherer Adressen geschickt werden.',
  'Add redirect': 'Weiterleitung hinzufügen',
  'Save redirect': 'Weiterleitung speichern',
  'Delete redirect': 'Weiterleitung löschen',
  'Delete this redirect?': 'Diese Weiterleitung löschen?',
  'Readers who ask for its source will find nothing there. Its count goes with it.':
    'Leser, die ihre Quelle aufrufen, finden dort nichts mehr. Ihre Zählung wird mit gelöscht.',
  'No redirects yet.': 'Noch keine Weiterleitungen.',
  'No redirect has this in its addresses.': 'Keine Weiterleitung hat das in ihren Adressen.',
  '{first, number}–{last, number} of {total, number}': '{first, number}–{last, number} von {total, number}',
  'Part of an address': 'Teil einer Adresse',
  'Search redirects': 'Weiterleitungen durchsuchen',
  Order: 'Reihenfolge',
  'By source': 'Nach Quelle',
  'By source, from the end': 'Nach Quelle, von hinten',
  'Fewest hits first': 'Wenigste Aufrufe zuerst',
  'Earliest hit first': 'Ältester Aufruf zuerst',
  'Most hits first': 'Meiste Aufrufe zuerst',
  'Latest hit first': 'Letzter Aufruf zuerst',
  'From##address': 'Von',
  'To##address': 'Nach',
  Kind: 'Art',
  Exact: 'Genau',
  Prefix: 'Präfix',
  'Made by': 'Entstanden durch',
  'By hand': 'Von Hand',
  'Changed slug': 'Geänderte Titelform',
  Hits: 'Aufrufe',
  'Last hit': 'Letzter Aufruf',
  'A path of this site, such as /old-post. Case and a slash at the end make no difference.':
    'Ein Pfad dieser Website, etwa /alter-beitrag. Groß- und Kleinschreibung und ein Schrägstrich am Ende sind gleichgültig.',
  'A path of this site or an address of another. Leave it empty for 410 Gone.':
    'Ein Pfad dieser Website oder eine Adresse einer anderen. Für 410 leer lassen.',
  'What is redirected': 'Was weitergeleitet wird',
  'With all below it, the rest of the path is added to the target.':
    'Bei allem darunter wird der Rest des Pfads an das Ziel angehängt.',
  '301 Moved permanently': '301 Dauerhaft verschoben',
  '302 Moved temporarily': '302 Vorübergehend verschoben',
  '410 Gone': '410 Endgültig entfernt',
  'This address alone': 'Nur diese Adresse',
  'This address and all below it': 'Diese Adresse und alle darunter',
  'Added: the redirect from {from}.': 'Hinzugefügt: die Weiterleitung von {from}.',
  'Saved: the redirect from {from}.': 'Gespeichert: die Weiterleitung von {from}.',
  'The redirect was deleted.': 'Die Weiterleitung wurde gelöscht.',
  'It leads to {to} at once, since its target is redirected itself.':
    'Sie führt sofort nach {to}, weil ihr Ziel selbst weitergeleitet wird.',
  'Redirects that led there lead on with it: {count}.':
    'Weiterleitungen, die dorthin führten, führen nun mit ihr weiter: {count}.',
  'This redirect no longer exists.': 'Diese Weiterleitung gibt es nicht mehr.',
  'Enter the address that is redirected.': 'Geben Sie die Adresse ein, die weitergeleitet wird.',
  'The source has to be a path of this site, such as /old-post.':
    'Die Quelle muss ein Pfad dieser Website sein, etwa /alter-beitrag.',
  'Leave out what follows “#” in the source: browsers do not send it.':
    'Lassen Sie in der Quelle weg, was auf „#“ folgt: Browser senden es nicht.',
  'Leave out the query string of the source: it is ignored when addresses are compared.':
    'Lassen Sie die Abfrage der Quelle (ab „?“) weg: Beim Vergleich von Adressen zählt sie nicht.',
  'The source can have at most {count} characters.': 'Die Quelle kann höchstens {count} Zeichen haben.',
  'A source with all below it can have at most {count} folders.':
    'Eine Quelle mit allem darunter kann höchstens {count} Ordner haben.',
  'Enter the address to which it leads.': 'Geben Sie die Adresse ein, zu der sie führt.',
  'The target has to be a path of this site, such as /new-post, or begin with https:// or http://.':
    'Das Ziel muss ein Pfad dieser Website sein, etwa /neuer-beitrag, oder mit https:// oder http:// beginnen.',
  'The rest of the path is added to this target: leave out its query string and what follows “#”.':
    'An dieses Ziel wird der Rest des Pfads angehängt: Lassen Sie die Abfrage (ab „?“) und was auf „#“ folgt weg.',
  'The target can have at most {count} characters.': 'Das Ziel kann höchstens {count} Zeichen haben.',
  'There is a redirect from {from} already. Change that one.':
    'Es gibt schon eine Weiterleitung von {from}. Ändern Sie diese.',
  '{from} is an address that the site needs itself.': '{from} ist eine Adresse, die die Website selbst braucht.',
  '{from} belongs to a published post or page.': '{from} gehört zu einem veröffentlichten Beitrag oder einer Seite.',
  '{from} belongs to a tag.': '{from} gehört zu einem Schlagwort.',
  '{from} belongs to an author.': '{from} gehört zu einem Autor.',
  'The target {to} is marked as gone (410).': 'Das Ziel {to} ist als endgültig entfernt (410) eingetragen.',
  'The redirect would lead in a circle, over {address}.': 'Die Weiterleitung würde im Kreis führen, über {address}.',
  'The redirect would lead over more than {count} others.':
    'Die Weiterleitung würde über mehr als {count} andere führen.',
  'Import CSV': 'CSV importieren',
  'A CSV file with the columns from, to, status (301, 302 or 410) and kind (exact or prefix); the last two may be left out. At most {count, number} redirects at once; if one of them cannot be used, none is imported.':
    'Eine CSV-Datei mit den Spalten from, to, status (301, 302 oder 410) und kind (exact oder prefix); die letzten beiden dürfen fehlen. Höchstens {count, number} Weiterleitungen auf einmal; ist eine davon nicht zu gebrauchen, wird keine importiert.',
  'CSV file': 'CSV-Datei',
  'Choose a CSV file first.': 'Wählen Sie zuerst eine CSV-Datei.',
  'Line {line, number}:': 'Zeile {line, number}:',
  '{count, plural, one {And one more.} other {And # more.}}':
    '{count, plural, one {Und eine weitere.} other {Und # weitere.}}',
  'Export##verb': 'Exportieren',
  'The import stopped, and nothing was imported. Problems: {count}.':
    'Der Import brach ab, und nichts wurde importiert. Probleme: {count}.',
  'Redirects imported: {count}.': 'Importierte Weiterleitungen: {count}.',
  'There already: {count}.': 'Schon vorhanden: {count}.',
  'This file has no redirects.': 'Diese Datei hat keine Weiterleitungen.',
  'This file has {count} redirects; at most {most} are imported at once. Nothing was imported.':
    'Diese Datei hat {count} Weiterleitungen; höchstens {most} werden auf einmal importiert. Nichts wurde importiert.',
  'Another redirect was added at the same moment. Nothing was imported: try again.':
    'Im selben Augenblick wurde eine andere Weiterleitung hinzugefügt. Nichts wurde importiert: Versuchen Sie es noch einmal.',
  '{from} is redirected on line {line} already.': '{from} wird schon in Zeile {line} weitergeleitet.',
  'The status has to be 301, 302 or 410.': 'Der Status muss 301, 302 oder 410 sein.',
  'The kind has to be exact or prefix.': 'Die Art muss exact oder prefix sein.',
  '404 log': '404-Protokoll',
  'The last 30 days, without what scanners ask every site for. No visitor data is stored.':
    'Die letzten 30 Tage, ohne das, wonach Scanner jede Website fragen. Daten von Besuchern werden nicht gespeichert.',
  'No missing addresses so far.': 'Bisher keine fehlenden Adressen.',
  'Times##count': 'Wie oft',
  'Last asked for': 'Zuletzt aufgerufen',
  Action: 'Aktion',
  'Redirect##verb': 'Weiterleiten',
  'Empty the list': 'Liste leeren',
  'Empty this list?': 'Diese Liste leeren?',
  'Addresses that are asked for again come back to it.':
    'Adressen, die wieder aufgerufen werden, kommen wieder hinein.',
  'The list was emptied.': 'Die Liste wurde geleert.',
  'Take from the list': 'Aus der Liste nehmen',
  'Redirects deleted: {count}.': 'Gelöschte Weiterleitungen: {count}.',
  'Redirects restored: {count}.': 'Wiederhergestellte Weiterleitungen: {count}.',
  'Left out, because something else is there by now: {left}.':
    'Ausgelassen, weil dort inzwischen etwas anderes ist: {left}.',
  'Taken from the list: {count}.': 'Aus der Liste genommen: {count}.',
  'These redirects no longer exist.': 'Diese Weiterleitungen gibt es nicht mehr.',
};
