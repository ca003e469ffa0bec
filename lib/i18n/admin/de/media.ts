/** The media library. */
export const media = {
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
  'Search by name or alt text': 'Nach Name oder Alternativtext suchen',
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
  'Saved.': 'Gespeichert.',
  'Choose an image first.': 'Wählen Sie zuerst ein Bild.',
  'At most {count} images at a time, please.': 'Bitte höchstens {count} Bilder auf einmal.',
  '1 image was uploaded.': '1 Bild wurde hochgeladen.',
  '{count} images were uploaded.': '{count} Bilder wurden hochgeladen.',
  'The image was restored.': 'Das Bild wurde wiederhergestellt.',
  'The image was removed from the library.': 'Das Bild wurde aus der Mediathek entfernt.',
  'It stays visible in the post that uses it.': 'In dem Beitrag, der es verwendet, bleibt es sichtbar.',
  'It stays visible in the posts that use it.': 'In den Beiträgen, die es verwenden, bleibt es sichtbar.',
  'This image is no longer in the library.': 'Dieses Bild ist nicht mehr in der Mediathek.',
  '{field} can have at most {count} characters.': '{field} kann höchstens {count} Zeichen haben.',
  'The alt text': 'Der Alternativtext',
  'The caption': 'Die Bildunterschrift',
  'The credit': 'Der Bildnachweis',
  'This is a HEIC photo. On an iPhone choose Settings > Camera > Formats > Most Compatible, or export it as JPEG.':
    'Das ist ein HEIC-Foto. Wählen Sie auf einem iPhone Einstellungen > Kamera > Formate > Maximale Kompatibilität, oder exportieren Sie es als JPEG.',
  'This file is empty.': 'Diese Datei ist leer.',
  'An image can have at most {size} MB. Please make this one smaller first.':
    'Ein Bild kann höchstens {size} MB haben. Bitte verkleinern Sie es zuerst.',
  'This image has too many pixels: at most {millions} million, and {pixels} to a side.':
    'Dieses Bild hat zu viele Pixel: höchstens {millions} Millionen, und {pixels} je Seite.',
  'This image is damaged or incomplete: it could not be read to its end.':
    'Dieses Bild ist beschädigt oder unvollständig: Es konnte nicht bis zum Ende gelesen werden.',
  'This image took too long to read. Please save it again as JPEG or PNG and try again.':
    'Das Lesen dieses Bildes dauerte zu lange. Bitte speichern Sie es noch einmal als JPEG oder PNG, und versuchen Sie es erneut.',
  'Images cannot be processed at the moment. Please try again.':
    'Bilder können im Moment nicht verarbeitet werden. Bitte versuchen Sie es noch einmal.',
  'This file is not a JPEG, PNG, WebP, GIF or AVIF image. Export it as JPEG or PNG.':
    'Diese Datei ist kein Bild in JPEG, PNG, WebP, GIF oder AVIF. Exportieren Sie sie als JPEG oder PNG.',
  'This is a {kind} image, which is not supported. Export it as JPEG or PNG.':
    'Das ist ein Bild der Art {kind}, die nicht unterstützt wird. Exportieren Sie es als JPEG oder PNG.',
  'This is an {kind} image, which is not supported. Export it as JPEG or PNG.':
    'Das ist ein Bild der Art {kind}, die nicht unterstützt wird. Exportieren Sie es als JPEG oder PNG.',
  'This is an SVG drawing, which can hold scripts. Export it as PNG.':
    'Das ist eine SVG-Zeichnung, die Skripte enthalten kann. Exportieren Sie sie als PNG.',
  'This is a PDF document, not an image. Export the page that you want as PNG or JPEG.':
    'Das ist ein PDF-Dokument und kein Bild. Exportieren Sie die gewünschte Seite als PNG oder JPEG.',
  'This is a video, not an image. Put it on a video site and paste its address.':
    'Das ist ein Video und kein Bild. Laden Sie es auf eine Video-Website, und fügen Sie dessen Adresse ein.',
  'No image was received. Please choose one and send it again.':
    'Es kam kein Bild an. Bitte wählen Sie eines, und senden Sie es noch einmal.',
  'You have reached today’s upload limit. Please continue tomorrow.':
    'Sie haben die Grenze für heute hochgeladene Bilder erreicht. Bitte machen Sie morgen weiter.',
  'The image could not be saved. Please try again.':
    'Das Bild konnte nicht gespeichert werden. Bitte versuchen Sie es noch einmal.',
};
