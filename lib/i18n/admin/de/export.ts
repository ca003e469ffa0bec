/** Copies of the site to take away. */
export const exports = {
  'Download a copy of the site to keep, to read or to move to another system. The site stays as it is.':
    'Laden Sie eine Kopie der Website herunter: zum Aufbewahren, zum Lesen oder für den Umzug in ein anderes System. Die Website bleibt, wie sie ist.',
  Format: 'Format',
  'Include e-mail addresses of those who wrote': 'E-Mail-Adressen der Verfasser aufnehmen',
  'Keep such a file safe. JSON Feed never has them.':
    'Bewahren Sie eine solche Datei sicher auf. JSON Feed enthält sie nie.',
  'The file holds what only you may see, drafts and removed comments among it.':
    'Die Datei enthält, was nur Sie sehen dürfen, auch Entwürfe und entfernte Kommentare.',
  Download: 'Herunterladen',
  'The download has begun. A large site takes a few minutes.':
    'Das Herunterladen hat begonnen. Eine große Website braucht einige Minuten.',
  'Leaves out: {what}': 'Nicht enthalten: {what}',
  'This download has expired. Please export again.':
    'Dieser Download ist abgelaufen. Bitte exportieren Sie noch einmal.',
  'Other exports are being downloaded. Please wait until one is done.':
    'Andere Exporte werden gerade heruntergeladen. Bitte warten Sie, bis einer fertig ist.',
  'Choose a format.': 'Wählen Sie ein Format.',
  'Site archive': 'Archiv der Website',
  'Posts and pages as Markdown and HTML, comments, people, tags, series, redirects, menus, media and settings. Another Masthead imports it.':
    'Beiträge und Seiten als Markdown und HTML, Kommentare, Personen, Schlagwörter, Serien, Weiterleitungen, Menüs, Medien und Einstellungen. Ein anderes Masthead importiert es.',
  'Likes, follows, corrections, notes, revisions, statistics, ad slots, site code, passwords and roles. A backup moves those.':
    'Likes, Folgen, Korrekturen, Notizen, Versionen, Statistik, Werbeplätze, Code der Website, Passwörter und Rollen. Diese überträgt eine Sicherung.',
  'WordPress (WXR)': 'WordPress (WXR)',
  'Posts, pages, authors, tags and comments in every state with their threads, as WXR 1.2. WordPress fetches the images from this site.':
    'Beiträge, Seiten, Autoren, Schlagwörter und Kommentare jeden Status mit ihren Antworten, als WXR 1.2. Die Bilder holt WordPress von dieser Website.',
  'Redirects, menus, settings, and files other than images in posts.':
    'Weiterleitungen, Menüs, Einstellungen und Dateien außer den Bildern der Beiträge.',
  'Ghost (JSON)': 'Ghost (JSON)',
  'Posts, pages, authors and tags for Ghost 5 and 6. Private posts and posts in review become drafts.':
    'Beiträge, Seiten, Autoren und Schlagwörter für Ghost 5 und 6. Private Beiträge und solche in Prüfung werden Entwürfe.',
  'Comments, which Ghost does not import, posts in the trash, image files, redirects and settings.':
    'Kommentare, die Ghost nicht importiert, Beiträge im Papierkorb, Bilddateien, Weiterleitungen und Einstellungen.',
  'Disqus (XML)': 'Disqus (XML)',
  'The comments of public posts with their threads, in the format that most comment systems import.':
    'Die Kommentare öffentlicher Beiträge mit ihren Antworten, in dem Format, das die meisten Kommentarsysteme importieren.',
  'The posts themselves, and comments that are pending or were removed.':
    'Die Beiträge selbst sowie Kommentare, die ausstehen oder entfernt wurden.',
  'JSON Feed': 'JSON Feed',
  'Every public post and page with its whole text and the comments that readers see, in one JSON Feed 1.1.':
    'Jeder öffentliche Beitrag und jede Seite mit ganzem Text und den Kommentaren, die Leser sehen, in einem JSON Feed 1.1.',
  'Drafts and everything else that readers do not see, files, redirects and settings.':
    'Entwürfe und alles andere, was Leser nicht sehen, Dateien, Weiterleitungen und Einstellungen.',
  'Static copy': 'Statische Kopie',
  'The public site as HTML that opens from a folder or any web host: posts with their comments, lists, search, feeds, images and redirects.':
    'Die öffentliche Website als HTML, das aus einem Ordner oder bei jedem Webhoster öffnet: Beiträge mit ihren Kommentaren, Listen, Suche, Feeds, Bilder und Weiterleitungen.',
  'Whatever is not public, ads, and what needs a server: writing comments, likes and signing in.':
    'Alles, was nicht öffentlich ist, Werbung und was einen Server braucht: Kommentare schreiben, Likes und Anmelden.',
};
