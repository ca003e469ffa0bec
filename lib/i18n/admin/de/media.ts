/** The media library. */
export const media = {
  '{width} × {height} pixels, {size} kB': '{width} × {height} Pixel, {size} kB',
  Image: 'Bild',
  'Removed images': 'Entfernte Bilder',
  'All images': 'Alle Bilder',
  'Used in': 'Verwendet in',
  'Not used in any post.': 'In keinem Beitrag verwendet.',
  'And in {count, plural, one {one post} other {# posts}} that you cannot open.':
    'Und in {count, plural, one {einem Beitrag, den Sie nicht öffnen können} other {# Beiträgen, die Sie nicht öffnen können}}.',
  'In {count, plural, one {one post} other {# posts}} that you cannot open.':
    'In {count, plural, one {einem Beitrag, den Sie nicht öffnen können} other {# Beiträgen, die Sie nicht öffnen können}}.',
  Library: 'Mediathek',
  'Search by name or alt text': 'Name oder Alternativtext',
  'Missing alt text': 'Ohne Alternativtext',
  'No images found': 'Keine Bilder gefunden',
  'Show all images': 'Alle Bilder anzeigen',
  'No images yet': 'Noch keine Bilder',
  'Images that you add to posts are stored here. You can also upload images above.':
    'Bilder, die Sie in Beiträge einfügen, werden hier gespeichert. Sie können auch oben Bilder hochladen.',
  'Alt text': 'Alternativtext',
  'Describes the image for people who cannot see it. Used when the image is added to a post.':
    'Beschreibt das Bild für Menschen, die es nicht sehen können. Wird verwendet, wenn das Bild in einen Beitrag eingefügt wird.',
  Caption: 'Bildunterschrift',
  Credit: 'Bildnachweis',
  'Remove from library': 'Aus der Mediathek entfernen',
  'Remove “{name}” from the library?': '„{name}“ aus der Mediathek entfernen?',
  'Remove this image from the library?': 'Dieses Bild aus der Mediathek entfernen?',
  'Posts that use it still show it. The library lists it under “Removed”, where it can be restored.':
    'Beiträge, die es verwenden, zeigen es weiterhin. Die Mediathek führt es unter „Entfernt“, wo es wiederhergestellt werden kann.',
  'This image was removed from the library.': 'Dieses Bild wurde aus der Mediathek entfernt.',
  'No alt text': 'Kein Alternativtext',
  Unused: 'Nicht verwendet',
  'Used in {count, plural, one {# post} other {# posts}}':
    'In {count, plural, one {# Beitrag} other {# Beiträgen}} verwendet',
  'Images to upload': 'Bilder zum Hochladen',
  'Upload images': 'Bilder hochladen',
  'JPEG, PNG, WebP, GIF or AVIF.': 'JPEG, PNG, WebP, GIF oder AVIF.',
  'The image could not be uploaded.': 'Das Bild konnte nicht hochgeladen werden.',
  'or drop them here. JPEG, PNG, WebP, GIF or AVIF.': 'oder hier ablegen. JPEG, PNG, WebP, GIF oder AVIF.',
  'Upload of {name}': 'Hochladen von {name}',
  'No removed images': 'Keine entfernten Bilder',
  'Images that you remove from the library are listed here, and can be restored.':
    'Bilder, die Sie aus der Mediathek entfernen, stehen hier und können wiederhergestellt werden.',
  'Restore {name}': '{name} wiederherstellen',
  'Restore this image': 'Dieses Bild wiederherstellen',
  'It stays visible in the post that uses it.': 'In dem Beitrag, der es verwendet, bleibt es sichtbar.',
  'It stays visible in the posts that use it.': 'In den Beiträgen, die es verwenden, bleibt es sichtbar.',
  '{field} can have at most {count} characters.': '{field} kann höchstens {count} Zeichen haben.',
  'The alt text': 'Der Alternativtext',
  'The caption': 'Die Bildunterschrift',
  'The credit': 'Der Bildnachweis',
  'This is a {kind} image, which is not supported. Export it as JPEG or PNG.':
    'Das ist ein Bild der Art {kind}, die nicht unterstützt wird. Exportieren Sie es als JPEG oder PNG.',
  'This is an {kind} image, which is not supported. Export it as JPEG or PNG.':
    'Das ist ein Bild der Art {kind}, die nicht unterstützt wird. Exportieren Sie es als JPEG oder PNG.',
  'The image could not be saved. Please try again.':
    'Das Bild konnte nicht gespeichert werden. Bitte versuchen Sie es noch einmal.',
  'Images removed: {count}.': 'Entfernte Bilder: {count}.',
  'Images restored: {count}.': 'Wiederhergestellte Bilder: {count}.',
  'Posts go on showing {count} of them.': 'Beiträge zeigen {count} davon weiterhin.',
};
