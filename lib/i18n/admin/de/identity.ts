/** The settings of how the site presents itself. */
export const identity = {
  Identity: 'Auftritt',
  'How the site presents itself. Changes apply to every page immediately.':
    'Wie sich die Website zeigt. Änderungen gelten sofort auf jeder Seite.',
  'Footer and social links': 'Fußzeile und soziale Netzwerke',
  'Shown at the end of every page. Search engines are told that the linked accounts are yours.':
    'Steht am Ende jeder Seite. Suchmaschinen erfahren, dass die verlinkten Konten Ihre sind.',
  'Copyright line': 'Urheberzeile',
  'Such as “© 2026 The Harbour Paper”.': 'Zum Beispiel „© 2026 Hafenblatt“.',
  'Footer text': 'Text der Fußzeile',
  'Name of link {number, number}': 'Name des {number, number}. Links',
  'Such as “Mastodon”. To remove a link, empty both fields.':
    'Zum Beispiel „Mastodon“. Um einen Link zu entfernen, leeren Sie beide Felder.',
  'Address of link {number, number}': 'Adresse des {number, number}. Links',
  'Announcement bar': 'Mitteilungsleiste',
  'A line above the header of every page, for readers.': 'Eine Zeile über dem Kopf jeder Seite, für Leser.',
  'Show the announcement': 'Mitteilung anzeigen',
  'An https address, or a path of this site such as /about. Optional.':
    'Eine https-Adresse oder ein Pfad dieser Website, zum Beispiel /about. Kann leer bleiben.',
  'Text of the link': 'Text des Links',
  'Without it, the whole announcement is the link.': 'Ohne ihn ist die ganze Mitteilung der Link.',
  'Last day': 'Letzter Tag',
  'In the site’s time zone, {zone}. Without it, the announcement stays until you switch it off.':
    'In der Zeitzone der Website, {zone}. Ohne ihn bleibt die Mitteilung, bis Sie sie ausschalten.',
  'Saved. No announcement is shown.': 'Gespeichert. Es wird keine Mitteilung angezeigt.',
  'Saved, but its last day is over: no announcement is shown.':
    'Gespeichert, aber der letzte Tag ist vorbei: Es wird keine Mitteilung angezeigt.',
  'Saved. The announcement is shown on every page.': 'Gespeichert. Die Mitteilung steht auf jeder Seite.',
  'Use at most 200 characters for the copyright line.': 'Verwenden Sie für die Urheberzeile höchstens 200 Zeichen.',
  'Use at most 1,000 characters for the footer text.':
    'Verwenden Sie für den Text der Fußzeile höchstens 1.000 Zeichen.',
  'Use at most 60 characters for the name of a link.': 'Verwenden Sie für den Namen eines Links höchstens 60 Zeichen.',
  'Use at most 240 characters for the announcement.': 'Verwenden Sie für die Mitteilung höchstens 240 Zeichen.',
  'Use at most 80 characters for the text of the link.': 'Verwenden Sie für den Text des Links höchstens 80 Zeichen.',
  'Enter the address of this link, or leave its name empty.':
    'Geben Sie die Adresse dieses Links ein, oder lassen Sie seinen Namen leer.',
  'Enter a web address that begins with https://.': 'Geben Sie eine Webadresse ein, die mit https:// beginnt.',
  'Enter a web address that begins with https://, or a path of this site such as /about.':
    'Geben Sie eine Webadresse ein, die mit https:// beginnt, oder einen Pfad dieser Website, zum Beispiel /about.',
  'Enter a date such as 2026-11-29.': 'Geben Sie ein Datum ein, zum Beispiel 2026-11-29.',
  'Enter the announcement, or switch it off.': 'Geben Sie die Mitteilung ein, oder schalten Sie sie aus.',
  Logo: 'Logo',
  'Replaces the name at the top of every page, at most 48 pixels high. E-mails keep the name as text.':
    'Ersetzt den Namen oben auf jeder Seite, höchstens 48 Pixel hoch. In E-Mails bleibt der Name Text.',
  'The site shows its name as text.': 'Die Website zeigt ihren Namen als Text.',
  'Logo for the dark theme': 'Logo für das dunkle Farbschema',
  'Optional. Without it, both themes show the same logo.':
    'Kann leer bleiben. Ohne es zeigen beide Farbschemata dasselbe Logo.',
  'Both themes show the same logo.': 'Beide Farbschemata zeigen dasselbe Logo.',
  'Site icon': 'Symbol der Website',
  'A square image of at least 512 × 512 pixels, for browser tabs, home screens and feed readers.':
    'Ein quadratisches Bild mit mindestens 512 × 512 Pixeln, für Tabs, Startbildschirme und Feedreader.',
  'The site shows the icon of Masthead.': 'Die Website zeigt das Symbol von Masthead.',
  'Stands for pages and posts without an image where they are shared, best at 1,200 × 630 pixels.':
    'Steht für Seiten und Beiträge ohne Bild, wo sie geteilt werden, am besten mit 1.200 × 630 Pixeln.',
  'Pages without an image are shared with the site icon.':
    'Seiten ohne Bild werden mit dem Symbol der Website geteilt.',
  'Restore it': 'Wiederherstellen',
  'Or use an image of the library: open it there.':
    'Oder verwenden Sie ein Bild aus der Mediathek: Öffnen Sie es dort.',
  'The site’s own pages no longer show it.': 'Auf den eigenen Seiten der Website erscheint es nicht mehr.',
  'Generated social cards': 'Erzeugte Social Cards',
  'Where a post without an image is shared, its title is shown as an image.':
    'Wo ein Beitrag ohne Bild geteilt wird, erscheint sein Titel als Bild.',
  'Draw a card with its title for posts without an image': 'Für Beiträge ohne Bild eine Karte mit ihrem Titel zeichnen',
  'Only published posts have one, in Latin, Greek or Cyrillic letters.':
    'Nur veröffentlichte Beiträge haben eine, in lateinischer, griechischer oder kyrillischer Schrift.',
  'Saved. Posts without an image are shared with a card.':
    'Gespeichert. Beiträge ohne Bild werden mit einer Karte geteilt.',
  'Saved. No cards are drawn.': 'Gespeichert. Es werden keine Karten gezeichnet.',
  'Use for the site': 'Für die Website verwenden',
  'Use as': 'Verwenden als',
  'Use this image': 'Dieses Bild verwenden',
  'Used by the site': 'Von der Website verwendet',
  'Saved. The site does without this image; the library keeps it.':
    'Gespeichert. Die Website kommt ohne dieses Bild aus; in der Mediathek bleibt es.',
  'Saved. The image is not square: its middle became the icon.':
    'Gespeichert. Das Bild ist nicht quadratisch: Seine Mitte wurde zum Symbol.',
  'Saved. Every page shows it from now on.': 'Gespeichert. Ab jetzt zeigt es jede Seite.',
  'A site icon needs at least {least} × {side} pixels; this image has {width} × {height}.':
    'Das Symbol braucht mindestens {least} × {side} Pixel; dieses Bild hat {width} × {height}.',
  'A social image needs at least {least} × {side} pixels; this image has {width} × {height}.':
    'Das Vorschaubild braucht mindestens {least} × {side} Pixel; dieses Bild hat {width} × {height}.',
  'A logo is at most 12 times as wide as high, and at most 3 times as high as wide; this image has {width} × {height} pixels.':
    'Ein Logo ist höchstens 12-mal so breit wie hoch und höchstens 3-mal so hoch wie breit; dieses Bild hat {width} × {height} Pixel.',
  'The page that the link leads to is not public ({state}): the announcement is shown without the link.':
    'Die Seite, zu der der Link führt, ist nicht öffentlich ({state}): Die Mitteilung erscheint ohne den Link.',
  'The file of this image is missing. Upload it again.':
    'Die Datei dieses Bildes fehlt. Laden Sie es noch einmal hoch.',
  'Enter where the link leads, or leave its text empty.':
    'Geben Sie ein, wohin der Link führt, oder lassen Sie seinen Text leer.',
};
