/**
 * Sentences that are decided in lib in English: what forms answer, and what was found. Placeholders stand for what is
 * put into them; a value that is itself among the translations is translated, too.
 */
export const answers = {
  'The post “{title}” cannot be found by searching: the index refused it ({reason}).':
    'Der Beitrag „{title}“ kann über die Suche nicht gefunden werden: Der Index hat ihn abgelehnt ({reason}).',
  'The post “{title}” (and {count} more) cannot be found by searching: the index refused it ({reason}).':
    'Der Beitrag „{title}“ (und {count} weitere) kann über die Suche nicht gefunden werden: Der Index hat ihn abgelehnt ({reason}).',
  'The post “{title}” cannot be found by searching: the time to index it ran out {count} times ({reason}).':
    'Der Beitrag „{title}“ kann über die Suche nicht gefunden werden: Die Zeit für den Index lief {count} Mal ab ({reason}).',
  'The {kind} {id} cannot be found by searching: the index refused it ({reason}).':
    '{kind} {id} kann über die Suche nicht gefunden werden: Der Index hat den Eintrag abgelehnt ({reason}).',
  'Shorten or change it, or run “masthead reindex”.':
    'Kürzen oder ändern Sie ihn, oder führen Sie „masthead reindex“ aus.',
  'Enter a valid date.': 'Geben Sie ein gültiges Datum ein.',
  'It has no title yet.': 'Der Titel fehlt noch.',
  'It has no text yet.': 'Der Text fehlt noch.',
  'The featured image has no alt text.': 'Das Beitragsbild hat keinen Alternativtext.',
  'It has no excerpt: lists and search engines will show its first lines.':
    'Der Textauszug fehlt: Listen und Suchmaschinen zeigen die ersten Zeilen.',
  'An image was not copied: upload it or remove it.':
    'Ein Bild wurde nicht kopiert: Laden Sie es hoch, oder entfernen Sie es.',
  '{count} images were not copied: upload them or remove them.':
    '{count} Bilder wurden nicht kopiert: Laden Sie sie hoch, oder entfernen Sie sie.',
  'An image has no alt text.': 'Ein Bild hat keinen Alternativtext.',
  '{count} images have no alt text.': '{count} Bilder haben keinen Alternativtext.',
  'A button has no address: readers see its words alone.':
    'Eine Schaltfläche hat keine Adresse: Leser sehen nur ihren Text.',
  '{count} buttons have no address: readers see their words alone.':
    '{count} Schaltflächen haben keine Adresse: Leser sehen nur ihren Text.',
  'A bookmark card has no address: readers see its words alone.':
    'Eine Linkkarte hat keine Adresse: Leser sehen nur ihren Text.',
  '{count} bookmark cards have no address: readers see their words alone.':
    '{count} Linkkarten haben keine Adresse: Leser sehen nur ihren Text.',
  'An image was not uploaded here: readers see a link to it.':
    'Ein Bild wurde nicht hier hochgeladen: Leser sehen einen Link dorthin.',
  '{count} images were not uploaded here: readers see links to them.':
    '{count} Bilder wurden nicht hier hochgeladen: Leser sehen Links dorthin.',
  'The heading “{text}” skips a level.': 'Die Überschrift „{text}“ überspringt eine Ebene.',
  'Times are in the site’s time zone, {zone}.': 'Zeiten gelten in der Zeitzone der Website, {zone}.',
  'There were no changes to save.': 'Es gab nichts zu speichern.',
  'Something went wrong on our side. Please try again.':
    'Auf unserer Seite ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  'Files are accepted only from this site’s own pages.':
    'Dateien werden nur von den eigenen Seiten dieser Website angenommen.',
  'Choose an image first.': 'Wählen Sie zuerst ein Bild.',
  'At most {count} images at a time, please.': 'Bitte höchstens {count} Bilder auf einmal.',
  '1 image was uploaded.': '1 Bild wurde hochgeladen.',
  '{count} images were uploaded.': '{count} Bilder wurden hochgeladen.',
  'The image was restored.': 'Das Bild wurde wiederhergestellt.',
  'The image was removed from the library.': 'Das Bild wurde aus der Mediathek entfernt.',
  'This was sent from another site. Please open the post here.':
    'Das wurde von einer anderen Website gesendet. Bitte öffnen Sie den Beitrag hier.',
  'Saved.': 'Gespeichert.',
  'Restored from trash.': 'Aus dem Papierkorb geholt.',
  'Reverted to draft. Readers no longer see it.': 'Wieder ein Entwurf. Leser sehen ihn nicht mehr.',
  'Moved to trash.': 'In den Papierkorb verschoben.',
  'The changes were discarded. You can restore them from “Revision history”.':
    'Die Änderungen wurden verworfen. Sie können sie aus dem „Versionsverlauf“ wiederherstellen.',
  'That version was restored. The one before it is in “Revision history”.':
    'Diese Version wurde wiederhergestellt. Die vorherige steht im „Versionsverlauf“.',
  'The preview link was created.': 'Der Vorschaulink wurde erstellt.',
  'The preview link was revoked.': 'Der Vorschaulink wurde widerrufen.',
  'The preview links were revoked.': 'Die Vorschaulinks wurden widerrufen.',
  'Select at least one first.': 'Wählen Sie zuerst mindestens einen Eintrag aus.',
  'Saved, but readers still see the earlier version.': 'Gespeichert, aber Leser sehen noch die frühere Version.',
  'Saved, but the schedule was not changed.': 'Gespeichert, aber die Planung wurde nicht geändert.',
  'Saved, but not published.': 'Gespeichert, aber nicht veröffentlicht.',
  'This form was sent before, and the post was changed since then. Nothing was published now: look at its status and date, then send the form again.':
    'Dieses Formular wurde schon gesendet, und der Beitrag wurde seitdem geändert. Jetzt wurde nichts veröffentlicht: Sehen Sie sich Status und Datum an, und senden Sie das Formular dann noch einmal.',
  'Submit again to keep your version; the other stays in the revision history.':
    'Senden Sie noch einmal, um Ihre Version zu behalten; die andere bleibt im Versionsverlauf.',
  'That date is in the past, so the post would be published at once with that date. To do that, choose “Publish now with this date” at the end of the form; to schedule it, choose a date ahead.':
    'Dieses Datum liegt in der Vergangenheit, der Beitrag würde also sofort mit diesem Datum veröffentlicht. Wählen Sie dafür „Jetzt mit diesem Datum veröffentlichen“ am Ende des Formulars; zum Planen wählen Sie ein künftiges Datum.',
  'Check the publish date.': 'Prüfen Sie das Datum der Veröffentlichung.',
  'Saved and moved to trash.': 'Gespeichert und in den Papierkorb verschoben.',
  'Saved and reverted to draft.': 'Gespeichert und auf Entwurf umgestellt.',
  'Not published.': 'Nicht veröffentlicht.',
  'Choose a publish date.': 'Wählen Sie ein Datum der Veröffentlichung.',
  'Published. Readers can see it now.': 'Veröffentlicht. Leser können den Beitrag jetzt sehen.',
  'Scheduled for {moment} ({zone}).': 'Geplant für {moment} ({zone}).',
  'The hour you chose is skipped when the clocks change, so it is an hour later.':
    'Die gewählte Stunde fällt bei der Zeitumstellung aus, deshalb ist es eine Stunde später.',
  'That hour occurs twice when the clocks change; the first one is used.':
    'Diese Stunde gibt es bei der Zeitumstellung zweimal; die erste gilt.',
  'Enter a valid date and time, such as 24 November 2026, 09:00.':
    'Geben Sie ein gültiges Datum mit Uhrzeit ein, etwa 24. November 2026, 09:00.',
  'Renamed. The old address redirects to the new one.': 'Umbenannt. Die alte Adresse leitet auf die neue weiter.',
  'Description saved.': 'Beschreibung gespeichert.',
  'The tags were merged, and the old address redirects here.':
    'Die Schlagwörter wurden zusammengeführt, und die alte Adresse leitet hierher weiter.',
  '{name} now has the role “{role}”. It takes effect immediately.':
    '{name} hat jetzt die Rolle „{role}“. Das gilt sofort.',
  '{name} is suspended and signed out. Their posts and comments stay.':
    '{name} ist gesperrt und abgemeldet. Beiträge und Kommentare bleiben.',
  '{name} may sign in again.': '{name} kann sich wieder anmelden.',
  'Signed out in every browser.': 'In jedem Browser abgemeldet.',
  'The connection was interrupted.': 'Die Verbindung wurde unterbrochen.',
  'The library could not be reached. Check your connection.':
    'Die Mediathek war nicht erreichbar. Prüfen Sie Ihre Verbindung.',
  'You were signed out. Sign in in another tab, then try again.':
    'Sie wurden abgemeldet. Melden Sie sich in einem anderen Tab an, und versuchen Sie es dann noch einmal.',
  'The library did not respond. Please try again.':
    'Die Mediathek hat nicht geantwortet. Bitte versuchen Sie es noch einmal.',
  'The page could not be read. Please try again.':
    'Die Seite konnte nicht gelesen werden. Bitte versuchen Sie es noch einmal.',
  'The file could not be uploaded.': 'Die Datei konnte nicht hochgeladen werden.',
  'The server did not accept this file.': 'Der Server hat diese Datei nicht angenommen.',
  'The upload was cancelled.': 'Das Hochladen wurde abgebrochen.',
  'The server did not accept this text.': 'Der Server hat diesen Text nicht angenommen.',
  'This form has too many fields.': 'Dieses Formular hat zu viele Felder.',
  'At most {count} fields are accepted at once, and nothing was saved.':
    'Es werden höchstens {count} Felder auf einmal angenommen, und nichts wurde gespeichert.',
  'Please choose fewer.': 'Bitte wählen Sie weniger.',
  'The database cannot be reached at the moment. Please try again in a moment.':
    'Die Datenbank ist im Moment nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
  'The disk of the server is full, so nothing can be saved. Free some space there, then try again.':
    'Die Festplatte des Servers ist voll, deshalb kann nichts gespeichert werden. Schaffen Sie dort Platz, und versuchen Sie es dann noch einmal.',
  'Nothing can be saved at the moment. Please try again later.':
    'Im Moment kann nichts gespeichert werden. Bitte versuchen Sie es später noch einmal.',
  'Enter the day as 2026-12-24, or leave it empty.':
    'Geben Sie den Tag als 2026-12-24 ein, oder lassen Sie das Feld leer.',
  'Choose a day that is still to come.': 'Wählen Sie einen Tag, der noch kommt.',
  'Please check what you entered here.': 'Bitte prüfen Sie die Eingabe.',
  'Please enter a number here.': 'Bitte geben Sie eine Zahl ein.',
  'Please enter one value here, as text.': 'Bitte geben Sie einen Wert als Text ein.',
  'The list of addresses {file} is damaged, or not all of it has arrived.':
    'Die Liste der Adressen {file} ist beschädigt oder unvollständig angekommen.',
  'The list of addresses {file} is larger than 200 MB.': 'Die Liste der Adressen {file} ist größer als 200 MB.',
  'There is no address in the list of old addresses.': 'In der Liste alter Adressen steht keine Adresse.',
  'No redirect would have to be added.': 'Es müsste keine Weiterleitung hinzugefügt werden.',
  'No redirect had to be added.': 'Es musste keine Weiterleitung hinzugefügt werden.',
  'Whatever this import added is deleted, and whatever it updated goes back to the earlier version, unless it was changed since. This cannot be undone, but you can import the file again.':
    'Was dieser Import hinzugefügt hat, wird gelöscht, und was er aktualisiert hat, geht auf die frühere Version zurück, außer es wurde seitdem geändert. Das kann nicht rückgängig gemacht werden, aber Sie können die Datei noch einmal importieren.',
  'What this import added ({what}) is deleted, unless it was changed or is in use here.':
    'Was dieser Import hinzugefügt hat ({what}), wird gelöscht, außer es wurde geändert oder wird hier verwendet.',
  'What it updated ({what}) goes back to the earlier version, unless it was changed since.':
    'Was er aktualisiert hat ({what}), geht auf die frühere Version zurück, außer es wurde seitdem geändert.',
  'This import added and changed nothing, so undoing it deletes nothing.':
    'Dieser Import hat nichts hinzugefügt und nichts geändert, also löscht das Rückgängigmachen nichts.',
  'This cannot be undone, but you can import the file again.':
    'Das kann nicht rückgängig gemacht werden, aber Sie können die Datei noch einmal importieren.',
  'No file was received. Choose {what}.': 'Es kam keine Datei an. Wählen Sie {what}.',
  'Not all of the files were received, and nothing was saved. Please send them again.':
    'Nicht alle Dateien kamen an, und nichts wurde gespeichert. Bitte senden Sie sie noch einmal.',
  'At most {count} files are accepted at once. Put them into one zip.':
    'Es werden höchstens {count} Dateien auf einmal angenommen. Packen Sie sie in ein Zip.',
  'The files of this import are no longer here. Please upload them again.':
    'Die Dateien dieses Imports sind nicht mehr da. Bitte laden Sie sie noch einmal hoch.',
  'The old address must look like https://blog.example.org, or be left empty.':
    'Die alte Adresse muss aussehen wie https://blog.example.org oder leer bleiben.',
  'Another import is running. Please wait until it is done.':
    'Ein anderer Import läuft. Bitte warten Sie, bis er fertig ist.',
  'This import does not exist.': 'Diesen Import gibt es nicht.',
  'An import can be undone for 30 days, and these are over: nothing was changed.':
    'Ein Import kann 30 Tage lang rückgängig gemacht werden, und diese sind vorbei: Nichts wurde geändert.',
  'This import is undone already.': 'Dieser Import ist schon rückgängig gemacht.',
  'This import is still running.': 'Dieser Import läuft noch.',
  'The import {name} came after this one and builds upon it: undo that one first.':
    'Der Import {name} kam nach diesem und baut darauf auf: Machen Sie zuerst jenen rückgängig.',
  'Images cannot be processed at the moment. Please try again.':
    'Bilder können im Moment nicht verarbeitet werden. Bitte versuchen Sie es noch einmal.',
  'This file is not a JPEG, PNG, WebP, GIF or AVIF image. Export it as JPEG or PNG.':
    'Diese Datei ist kein Bild in JPEG, PNG, WebP, GIF oder AVIF. Exportieren Sie sie als JPEG oder PNG.',
  'This is an SVG drawing, which can hold scripts. Export it as PNG.':
    'Das ist eine SVG-Zeichnung, die Skripte enthalten kann. Exportieren Sie sie als PNG.',
  'This is a PDF document, not an image. Export the page that you want as PNG or JPEG.':
    'Das ist ein PDF-Dokument, kein Bild. Exportieren Sie die gewünschte Seite als PNG oder JPEG.',
  'This is a video, not an image. Put it on a video site and paste its address.':
    'Das ist ein Video, kein Bild. Stellen Sie es auf eine Videoplattform, und fügen Sie dessen Adresse ein.',
  'This image is no longer in the library.': 'Dieses Bild ist nicht mehr in der Mediathek.',
  'This is a HEIC photo. On an iPhone choose Settings > Camera > Formats > Most Compatible, or export it as JPEG.':
    'Das ist ein HEIC-Foto. Wählen Sie auf dem iPhone Einstellungen > Kamera > Formate > Maximale Kompatibilität, oder exportieren Sie es als JPEG.',
  'This file is empty.': 'Diese Datei ist leer.',
  'An image can have at most {size} MB. Please make this one smaller first.':
    'Ein Bild darf höchstens {size} MB haben. Bitte verkleinern Sie es zuerst.',
  'This image has too many pixels: at most {count} million, and {side} to a side.':
    'Dieses Bild hat zu viele Pixel: höchstens {count} Millionen, und {side} je Seite.',
  'This image is damaged or incomplete: it could not be read to its end.':
    'Dieses Bild ist beschädigt oder unvollständig: Es konnte nicht bis zum Ende gelesen werden.',
  'This image took too long to read. Please save it again as JPEG or PNG and try again.':
    'Das Lesen dieses Bildes dauerte zu lange. Bitte speichern Sie es neu als JPEG oder PNG, und versuchen Sie es noch einmal.',
  'No image was received. Please choose one and send it again.':
    'Es kam kein Bild an. Bitte wählen Sie eines, und senden Sie es noch einmal.',
  'Files of this type are not supported.': 'Dateien dieser Art werden nicht unterstützt.',
  'You have reached today’s upload limit. Please continue tomorrow.':
    'Die Grenze für das Hochladen ist für heute erreicht. Bitte machen Sie morgen weiter.',
  'This version no longer exists.': 'Diese Version gibt es nicht mehr.',
  'At least one author is needed.': 'Mindestens ein Autor ist nötig.',
  'That image is no longer in the library. Please choose another one.':
    'Dieses Bild ist nicht mehr in der Mediathek. Bitte wählen Sie ein anderes.',
  '{name} saved this post in the meantime. Your text is still here: compare both versions and choose.':
    '{name} hat diesen Beitrag inzwischen gespeichert. Ihr Text ist noch da: Vergleichen Sie beide Versionen, und wählen Sie.',
  'This post is in the trash. Restore it first, then continue editing.':
    'Dieser Beitrag liegt im Papierkorb. Holen Sie ihn zuerst heraus, dann bearbeiten Sie ihn weiter.',
  'This page was not loaded completely, so nothing was saved. Reload it: your text is saved in this browser.':
    'Diese Seite wurde nicht vollständig geladen, deshalb wurde nichts gespeichert. Laden Sie sie neu: Ihr Text ist in diesem Browser gespeichert.',
  'At most {count} entries are accepted here. Please remove some.':
    'Hier werden höchstens {count} Einträge angenommen. Bitte entfernen Sie einige.',
  'A post can have at most 30 tags.': 'Ein Beitrag kann höchstens 30 Schlagwörter haben.',
  'A tag can have at most 60 characters.': 'Ein Schlagwort darf höchstens 60 Zeichen haben.',
  'Enter a valid language code, such as "en" or "de-AT".':
    'Geben Sie einen gültigen Sprachcode ein, etwa „en“ oder „de-AT“.',
  'A post can have at most 10 authors.': 'Ein Beitrag kann höchstens 10 Autoren haben.',
  'At most 20 placements can be turned off. Please choose fewer.':
    'Höchstens 20 Platzierungen können abgeschaltet werden. Bitte wählen Sie weniger.',
  'Please choose at most 500 at a time.': 'Bitte wählen Sie höchstens 500 auf einmal.',
  'The unpublish date must be in the future and after the publish date.':
    'Das Datum zum Zurückziehen muss in der Zukunft und nach dem Datum der Veröffentlichung liegen.',
  'This post is in the trash. Restore it first, then publish it.':
    'Dieser Beitrag liegt im Papierkorb. Holen Sie ihn zuerst heraus, dann veröffentlichen Sie ihn.',
  'This post was saved somewhere else in the meantime. Look at what changed, then publish.':
    'Dieser Beitrag wurde inzwischen anderswo gespeichert. Sehen Sie nach, was sich geändert hat, und veröffentlichen Sie dann.',
  'Give it a title before you publish it.': 'Geben Sie ihm vor dem Veröffentlichen einen Titel.',
  'The URL slug needs at least one letter or digit.':
    'Die Titelform braucht mindestens einen Buchstaben oder eine Ziffer.',
  'A URL slug can have at most {count} characters.': 'Eine Titelform darf höchstens {count} Zeichen haben.',
  'A URL slug can contain only lower-case letters, digits and hyphens. Try "{slug}".':
    'Eine Titelform darf nur Kleinbuchstaben, Ziffern und Bindestriche enthalten. Versuchen Sie „{slug}“.',
  'Only posts in the trash can be deleted permanently. Move it to trash first.':
    'Nur Beiträge im Papierkorb können endgültig gelöscht werden. Verschieben Sie ihn zuerst dorthin.',
  'This post is not in the trash.': 'Dieser Beitrag liegt nicht im Papierkorb.',
  'This post is already in the trash.': 'Dieser Beitrag liegt schon im Papierkorb.',
  'This post is not published.': 'Dieser Beitrag ist nicht veröffentlicht.',
  'That is not possible in the current status of this post.':
    'Das ist beim jetzigen Status dieses Beitrags nicht möglich.',
  'Many long texts are being saved just now. Please try again in a moment.':
    'Gerade werden viele lange Texte gespeichert. Bitte versuchen Sie es gleich noch einmal.',
  'This text could not be prepared. Please try again.':
    'Dieser Text konnte nicht aufbereitet werden. Bitte versuchen Sie es noch einmal.',
  'This text takes too long to prepare. Please split it into two posts.':
    'Die Aufbereitung dieses Textes dauert zu lange. Bitte teilen Sie ihn auf zwei Beiträge auf.',
  'Enter a tag first.': 'Geben Sie zuerst ein Schlagwort ein.',
  'A tag needs a name of 1 to 60 characters.': 'Ein Schlagwort braucht einen Namen von 1 bis 60 Zeichen.',
  'There is a tag “{name}” already. Merge the two instead.':
    'Das Schlagwort „{name}“ gibt es schon. Führen Sie die beiden stattdessen zusammen.',
  'Write the name of the tag that the posts get instead.':
    'Schreiben Sie den Namen des Schlagworts, das die Beiträge stattdessen bekommen.',
  'There is no tag “{name}”. Enter its name as shown on posts.':
    'Das Schlagwort „{name}“ gibt es nicht. Geben Sie den Namen ein, wie er bei Beiträgen steht.',
  'That is this tag itself. Choose another one.': 'Das ist dieses Schlagwort selbst. Wählen Sie ein anderes.',
  'A description can have at most 1,000 characters.': 'Eine Beschreibung darf höchstens 1.000 Zeichen haben.',
  'Posts have this tag. Remove it from them first, or merge it into another tag.':
    'Beiträge haben dieses Schlagwort. Entfernen Sie es zuerst von ihnen, oder führen Sie es mit einem anderen zusammen.',
  'This tag no longer exists.': 'Dieses Schlagwort gibt es nicht mehr.',
  'Use at most 300 characters for the reason.': 'Verwenden Sie höchstens 300 Zeichen für den Grund.',
  'You cannot suspend yourself.': 'Sie können sich nicht selbst sperren.',
  'This user does not exist.': 'Diesen Benutzer gibt es nicht.',
  'A site needs an owner, and this is the last one. Make another user an owner first.':
    'Eine Website braucht einen Inhaber, und das ist der letzte. Machen Sie zuerst einen anderen Benutzer zum Inhaber.',
  'Choose one of the roles.': 'Wählen Sie eine der Rollen.',
  'This e-mail address is already in use.': 'Diese E-Mail-Adresse wird schon verwendet.',
  'Only an owner can assign the owner or admin role.':
    'Nur ein Inhaber kann die Rolle Inhaber oder Administrator vergeben.',
  'This user already has an e-mail address.': 'Dieser Benutzer hat schon eine E-Mail-Adresse.',
  'The invitation to {email} is on its way.': 'Die Einladung an {email} ist unterwegs.',
  'No mail server is set up, so the invitation to {email} was not sent: it was saved as a file in the folder outbox of the data folder. Send them the link in it, or set SMTP_URL.':
    'Es ist kein Mailserver eingerichtet, deshalb wurde die Einladung an {email} nicht verschickt: Sie wurde als Datei im Ordner outbox des Datenordners gespeichert. Verschicken Sie den Link darin, oder setzen Sie SMTP_URL.',
  'This name looks like an official name of the site. Please choose another one.':
    'Dieser Name sieht wie ein offizieller Name der Website aus. Bitte wählen Sie einen anderen.',
  'A member of staff has this name or a similar one. Please choose another one.':
    'Jemand aus dem Team hat diesen oder einen ähnlichen Namen. Bitte wählen Sie einen anderen.',
  '1 item published.': '1 Eintrag veröffentlicht.',
  '{count} items published.': '{count} Einträge veröffentlicht.',
  '1 item reverted to draft.': '1 Eintrag auf Entwurf umgestellt.',
  '{count} items reverted to draft.': '{count} Einträge auf Entwurf umgestellt.',
  '1 item moved to trash.': '1 Eintrag in den Papierkorb verschoben.',
  '{count} items moved to trash.': '{count} Einträge in den Papierkorb verschoben.',
  '1 item restored.': '1 Eintrag wiederhergestellt.',
  '{count} items restored.': '{count} Einträge wiederhergestellt.',
  '1 item deleted permanently.': '1 Eintrag endgültig gelöscht.',
  '{count} items deleted permanently.': '{count} Einträge endgültig gelöscht.',
  '1 item tagged.': '1 Eintrag mit Schlagwort versehen.',
  '{count} items tagged.': '{count} Einträge mit Schlagwort versehen.',
  '1 item untagged.': '1 Eintrag ohne das Schlagwort.',
  '{count} items untagged.': '{count} Einträge ohne das Schlagwort.',
  '1 post scheduled.': '1 Beitrag geplant.',
  '{count} posts scheduled.': '{count} Beiträge geplant.',
  '1 page scheduled.': '1 Seite geplant.',
  '{count} pages scheduled.': '{count} Seiten geplant.',
  'Scheduling of 1 post undone.': 'Planung von 1 Beitrag rückgängig gemacht.',
  'Scheduling of {count} posts undone.': 'Planung von {count} Beiträgen rückgängig gemacht.',
  'Scheduling of 1 page undone.': 'Planung von 1 Seite rückgängig gemacht.',
  'Scheduling of {count} pages undone.': 'Planung von {count} Seiten rückgängig gemacht.',
  '1 item not changed: {why}': '1 Eintrag nicht geändert: {why}',
  '{count} items not changed: {why}': '{count} Einträge nicht geändert: {why}',
  'It is in the trash.': 'Er liegt im Papierkorb.',
  'It has this tag already.': 'Er hat dieses Schlagwort schon.',
  'It does not have this tag.': 'Er hat dieses Schlagwort nicht.',
  'Please choose at most 100 at a time.': 'Bitte wählen Sie höchstens 100 auf einmal.',
  'Not changed: {count}.': 'Nicht geändert: {count}.',
};
