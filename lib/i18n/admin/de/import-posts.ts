/** What importers of posts say: their words, and the lines of their reports. */
export const importPosts = {
  'Ghost export': 'Ghost-Export',
  'the JSON file from Settings → Import/Export in Ghost': 'die JSON-Datei aus Settings → Import/Export in Ghost',
  'The JSON file from Settings → Import/Export, as it is or in a zip; redirects.json or redirects.yaml may come with it.':
    'Die JSON-Datei aus Settings → Import/Export, einzeln oder in einem Zip; redirects.json oder redirects.yaml kann dabei sein.',
  'In Ghost, choose Settings, then Import/Export, then “Export”. Ghost puts no images into it: add a zip of its folder content. The file does not say where the site was either: give its old address.':
    'Wählen Sie in Ghost Settings, dann Import/Export, dann „Export“. Bilder legt Ghost nicht hinein: Geben Sie ein Zip des Ordners content dazu. Auch die alte Adresse steht nicht darin: Geben Sie sie an.',
  'A zip or tar of Ghost’s folder content, or of content/images. Without it, images remain links to the old site.':
    'Ein Zip oder Tar des Ordners content von Ghost oder von content/images. Ohne es bleiben Bilder Links zur alten Website.',
  'The files hold no posts or pages.': 'Die Dateien enthalten keine Beiträge oder Seiten.',
  'A Ghost export does not say where the site was. With its old address, links and images that name it in full are recognised too.':
    'Ein Ghost-Export sagt nicht, wo die Website war. Mit der alten Adresse werden auch Links und Bilder erkannt, die sie ganz nennen.',
  'Internal tags, which readers did not see, were left out: {tags}.':
    'Interne Schlagwörter, die Leser nicht sahen, wurden ausgelassen: {tags}.',
  '{count} posts were marked as featured there: pin those that are to stay on top.':
    '{count} Beiträge waren dort hervorgehoben: Heften Sie an, was oben stehen soll.',
  'It was sent by e-mail only, and is private here.': 'Er wurde nur per E-Mail verschickt und ist hier privat.',
  'It was for members only ({visibility}), and is private here.':
    'Er war nur für Mitglieder ({visibility}) und ist hier privat.',
  'Its code injection ({place}) was left out: {code}': 'Sein eingefügter Code ({place}) wurde ausgelassen: {code}',
  'Its featured image is not among the files that came along: {address}':
    'Sein Beitragsbild ist nicht unter den Dateien, die dabei waren: {address}',
  'These cards are not known here, and only their text was imported: {names}.':
    'Diese Karten sind hier nicht bekannt; nur ihr Text wurde importiert: {names}.',
  'A form to subscribe was left out.': 'Ein Anmeldeformular wurde ausgelassen.',
  'A part for e-mails alone was left out, which the page did not show.':
    'Ein Teil nur für E-Mails wurde ausgelassen; die Seite zeigte ihn nicht.',
  'A Transistor player was left out, which needs a signed-in member.':
    'Ein Transistor-Player wurde ausgelassen; er braucht ein angemeldetes Mitglied.',
  'A script in an HTML card was left out.': 'Ein Skript in einer HTML-Karte wurde ausgelassen.',
  'It is a pattern: set it up under Redirects.': 'Das ist ein Muster: Richten Sie es unter Weiterleitungen ein.',
  'It cannot be read as a list of redirects.': 'Die Datei ist nicht als Liste von Weiterleitungen lesbar.',
  'Blogger export': 'Blogger-Export',
  'the XML file from “Back up content” in Blogger, or the feed.atom or zip of Google Takeout':
    'die XML-Datei aus „Inhalt sichern“ in Blogger oder feed.atom oder das Zip von Google Takeout',
  'The XML file from Settings → Back up content, or the zip of Google Takeout (or the feed.atom in it).':
    'Die XML-Datei aus Einstellungen → Inhalt sichern oder das Zip von Google Takeout (oder feed.atom daraus).',
  'In Blogger, choose Settings, then “Back up content”, or ask Google Takeout for Blogger: its zip holds the images too. A Takeout file does not say where the blog was: give its old address.':
    'Wählen Sie in Blogger Einstellungen, dann „Inhalt sichern“, oder verlangen Sie Blogger von Google Takeout: Dessen Zip enthält auch die Bilder. Wo das Blog war, sagt ein Takeout nicht: Geben Sie die alte Adresse an.',
  'A zip or tar with the images, such as the albums of a Takeout, found by their names. Without it, images remain links to the old site.':
    'Ein Zip oder Tar mit den Bildern, etwa den Alben eines Takeouts; gefunden werden sie an ihren Namen. Ohne es bleiben Bilder Links zur alten Website.',
  'The files do not say where the blog was. With its old address, links in full to its own posts lead to the new ones.':
    'Die Dateien sagen nicht, wo das Blog war. Mit der alten Adresse führen ganze Links zu eigenen Beiträgen zu den neuen.',
  'Its state {state} is not known here: it is private.': 'Sein Zustand {state} ist hier nicht bekannt: Er ist privat.',
  'The prefix app: is not declared in the file: it was read as that of Atom publishing.':
    'Das Präfix app: ist in der Datei nicht erklärt: Es wurde als das von Atom gelesen.',
  'A comment names no post, so it was left out.': 'Ein Kommentar nennt keinen Beitrag und wurde ausgelassen.',
  'It holds no posts, pages or comments.': 'Die Datei enthält keine Beiträge, Seiten oder Kommentare.',
  '{comments} are on {posts} posts that are not in the file, and were left out.':
    '{comments} gehören zu {posts} Beiträgen, die nicht in der Datei sind, und wurden ausgelassen.',
  'Comments with the same id and the same contents are in the file more than once, and were imported once ({count}): {ids}.':
    'Kommentare mit gleicher Kennung und gleichem Inhalt stehen mehrfach in der Datei und wurden einmal importiert ({count}): {ids}.',
  'Another comment has the same id with other contents: both were imported.':
    'Ein anderer Kommentar hat dieselbe Kennung und einen anderen Inhalt: Beide wurden importiert.',
  'Its date {date} cannot be read; it has the date of the post.':
    'Das Datum {date} ist nicht lesbar; der Kommentar hat das Datum des Beitrags.',
  'Its date {date} cannot be read; it has the time of the import.':
    'Das Datum {date} ist nicht lesbar; der Kommentar hat die Zeit des Imports.',
  'It is a reply to itself, so it was placed directly under the post.':
    'Der Kommentar antwortet auf sich selbst und steht deshalb direkt unter dem Beitrag.',
  'Its replies lead in a loop back to itself, so it was placed directly under the post.':
    'Die Antworten auf den Kommentar führen im Kreis zu ihm zurück; er steht deshalb direkt unter dem Beitrag.',
  'It is in a loop of replies: comment {id}, which is in it too, was placed directly under the post.':
    'Der Kommentar gehört zu einem Kreis von Antworten: Kommentar {id}, der auch dazugehört, steht direkt unter dem Beitrag.',
  'The comment it replies to is not in the file, so it was placed directly under the post.':
    'Der Kommentar, auf den er antwortet, ist nicht in der Datei; deshalb steht er direkt unter dem Beitrag.',
  'It is its own parent page, so it is at the top level here.':
    'Die Seite ist ihre eigene übergeordnete Seite und steht hier deshalb auf der obersten Ebene.',
  'Its parent pages lead in a circle, so it is at the top level here.':
    'Die übergeordneten Seiten führen im Kreis; die Seite steht hier deshalb auf der obersten Ebene.',
  'It is more than {levels} levels deep, so it is at the top level here.':
    'Die Seite liegt mehr als {levels} Ebenen tief und steht hier deshalb auf der obersten Ebene.',
  'Its parent page {page} is not in the file.': 'Die übergeordnete Seite {page} ist nicht in der Datei.',
  'Its parent page {page} is not in the archive.': 'Die übergeordnete Seite {page} ist nicht im Archiv.',
  'Its id {id} is another item’s too: both were imported.':
    'Die Kennung {id} hat auch ein anderer Eintrag: Beide wurden importiert.',
  'The file is not all in UTF-8: {count} of its bytes are not, the first in line {line}.':
    'Die Datei ist nicht ganz in UTF-8: {count} ihrer Bytes sind es nicht, das erste in Zeile {line}.',
  'They were read as Windows-1252.': 'Sie wurden als Windows-1252 gelesen.',
  'They were read as Windows-1252, but {count} that are unknown there too, which are “{sign}” now.':
    'Sie wurden als Windows-1252 gelesen, bis auf {count}, die es auch dort nicht gibt und die jetzt „{sign}“ sind.',
  'The audio file of the post (enclosure) stays at its old address, because this site does not have the file; feeds and a link in the post lead there: {addresses}':
    'Die Audiodatei des Beitrags (Enclosure) bleibt an der alten Adresse, weil diese Website die Datei nicht hat; Feeds und ein Link im Beitrag führen dorthin: {addresses}',
  'The media file of the post (enclosure) stays at its old address, because this site does not have the file; feeds and a link in the post lead there: {addresses}':
    'Die Mediendatei des Beitrags (Enclosure) bleibt an der alten Adresse, weil diese Website die Datei nicht hat; Feeds und ein Link im Beitrag führen dorthin: {addresses}',
};
