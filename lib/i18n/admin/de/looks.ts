/** The settings of how public pages look. */
export const looks = {
  Appearance: 'Erscheinungsbild',
  'How public pages look. Try it out in the preview; readers see it once it is saved.':
    'Wie die öffentlichen Seiten aussehen. Probieren Sie es in der Vorschau aus; Leser sehen es, sobald es gespeichert ist.',
  'Undo last change': 'Letzte Änderung rückgängig machen',
  'Front page': 'Startseite',
  'A lead, then one post below the other.': 'Ein Aufmacher, danach ein Beitrag unter dem anderen.',
  Magazine: 'Magazin',
  'A lead across the page, then three columns, then a list.':
    'Ein Aufmacher über die ganze Breite, danach drei Spalten, danach eine Liste.',
  Cards: 'Karten',
  'A grid in which all posts are alike.': 'Ein Raster, in dem alle Beiträge gleich sind.',
  Articles: 'Artikel',
  Column: 'Spalte',
  'Title and text in one column, a little wider for the image.':
    'Titel und Text in einer Spalte, für das Bild etwas breiter.',
  Feature: 'Reportage',
  'A centred title, and the image across the window.': 'Ein zentrierter Titel und das Bild über das ganze Fenster.',
  Fonts: 'Schriften',
  'They come from this server. Menus, bylines and comments are in Libre Franklin with each.':
    'Sie kommen von diesem Server. Menüs, Autorenzeilen und Kommentare stehen bei jeder in Libre Franklin.',
  'Source Serif': 'Source Serif',
  'Calm, for titles and text.': 'Ruhig, für Titel und Text.',
  'Playfair Display and Source Serif': 'Playfair Display und Source Serif',
  'Titles of high contrast, calm text.': 'Titel mit hohem Kontrast, ruhiger Text.',
  Literata: 'Literata',
  'Like a book, for titles and text.': 'Wie ein Buch, für Titel und Text.',
  'Libre Franklin and Literata': 'Libre Franklin und Literata',
  'Titles without serifs, text like a book.': 'Titel ohne Serifen, Text wie ein Buch.',
  Background: 'Hintergrund',
  Warm: 'Warm',
  White: 'Weiß',
  Cool: 'Kühl',
  Cream: 'Creme',
  'Width of the text': 'Breite des Textes',
  'Narrow##width': 'Schmal',
  'About 60 characters a line.': 'Etwa 60 Zeichen in der Zeile.',
  'Normal##width': 'Normal',
  'About 66 characters a line.': 'Etwa 66 Zeichen in der Zeile.',
  'Wide##width': 'Breit',
  'About 72 characters a line.': 'Etwa 72 Zeichen in der Zeile.',
  'Accent colour': 'Akzentfarbe',
  'For links, focus outlines and primary buttons. In hexadecimal, such as #8a2b1e.':
    'Für Links, Fokusrahmen und wichtige Schaltflächen. Hexadezimal, zum Beispiel #8a2b1e.',
  'Pick the accent colour': 'Akzentfarbe auswählen',
  'On light pages {colour} is used as it is: its contrast is {contrast, number, ::.0} to 1.':
    'Auf hellen Seiten wird {colour} verwendet, wie es ist: Der Kontrast beträgt {contrast, number, ::.0} zu 1.',
  'On light pages {colour} is too weak: its contrast is {contrast, number, ::.0} to 1, and text needs {least, number}. The darker {shade} is used there.':
    'Auf hellen Seiten ist {colour} zu schwach: Der Kontrast beträgt {contrast, number, ::.0} zu 1, und Text braucht {least, number}. Dort wird das dunklere {shade} verwendet.',
  'On dark pages {colour} is used as it is: its contrast is {contrast, number, ::.0} to 1.':
    'Auf dunklen Seiten wird {colour} verwendet, wie es ist: Der Kontrast beträgt {contrast, number, ::.0} zu 1.',
  'On dark pages {colour} is too weak: its contrast is {contrast, number, ::.0} to 1, and text needs {least, number}. The lighter {shade} is used there.':
    'Auf dunklen Seiten ist {colour} zu schwach: Der Kontrast beträgt {contrast, number, ::.0} zu 1, und Text braucht {least, number}. Dort wird das hellere {shade} verwendet.',
  'Preview front page': 'Vorschau der Startseite',
  'Preview article': 'Vorschau eines Artikels',
  'Preview of the site': 'Vorschau der Website',
  'Width of the preview': 'Breite der Vorschau',
  '{width, number} px': '{width, number} px',
  'Theme of the preview': 'Farbschema der Vorschau',
  'Custom CSS': 'Eigenes CSS',
  CSS: 'CSS',
  'Save CSS': 'CSS speichern',
  'Rules that come after all others on public pages. The admin is never styled by them.':
    'Regeln, die auf öffentlichen Seiten nach allen anderen kommen. Die Verwaltung wird nie davon verändert.',
  'At most {most, number} characters. It loads nothing from other sites.':
    'Höchstens {most, number} Zeichen. Es lädt nichts von anderen Websites.',
  'Only to save: changing the style of a page can put anything anywhere on it.':
    'Nur zum Speichern: Wer die Gestaltung einer Seite ändert, kann alles überall auf ihr anbringen.',
  'Preview of the CSS that is not saved': 'Vorschau des CSS, das nicht gespeichert ist',
  'Only an owner can change it.': 'Nur ein Inhaber kann es ändern.',
  'Undone. Every page looks as it did before.': 'Rückgängig gemacht. Jede Seite sieht aus wie zuvor.',
  'There is no change to undo.': 'Es gibt keine Änderung, die rückgängig gemacht werden kann.',
  'The preview below shows it. Readers see nothing of it before you save.':
    'Die Vorschau unten zeigt es. Leser sehen nichts davon, bevor Sie speichern.',
  'Saved. The site does without CSS of its own.': 'Gespeichert. Die Website kommt ohne eigenes CSS aus.',
  'Enter a colour in hexadecimal, such as #8a2b1e.': 'Geben Sie eine Farbe hexadezimal ein, zum Beispiel #8a2b1e.',
  'Choose one of what is offered.': 'Wählen Sie etwas von dem, was angeboten wird.',
  'Use at most 20,000 characters of CSS.': 'Verwenden Sie höchstens 20.000 Zeichen CSS.',
  'This is not valid CSS: line {line} cannot be read.': 'Das ist kein gültiges CSS: Zeile {line} ist nicht lesbar.',
  'Line {line}: @import, @charset and @namespace are not allowed. Paste the rules themselves.':
    'Zeile {line}: @import, @charset und @namespace sind nicht erlaubt. Fügen Sie die Regeln selbst ein.',
  'Line {line}: a style sheet loads nothing from other sites. Upload the file, and use its address here, such as /uploads/….':
    'Zeile {line}: Ein Stylesheet lädt nichts von anderen Websites. Laden Sie die Datei hoch und verwenden Sie ihre Adresse hier, zum Beispiel /uploads/….',
};
