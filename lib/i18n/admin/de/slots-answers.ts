/** What the forms of ad slots answer, and why a slot or a line item is shown or not. */
export const slotsAnswers = {
  'Slots enabled: {count}.': 'Aktivierte Flächen: {count}.',
  'Slots disabled: {count}.': 'Deaktivierte Flächen: {count}.',
  'They are enabled already.': 'Sie sind bereits aktiviert.',
  'They are disabled already.': 'Sie sind bereits deaktiviert.',
  'Added. Readers see it once it has content.': 'Hinzugefügt. Leser sehen ihn, sobald er Inhalt hat.',
  'The slot is now called “{name}”.': 'Der Werbeplatz heißt jetzt „{name}“.',
  '“{name}” moved {way}.': '„{name}“ ist nach {way} gerückt.',
  up: 'oben',
  down: 'unten',
  '“{name}” is the first slot of its placement already.': '„{name}“ ist schon der erste Werbeplatz der Platzierung.',
  '“{name}” is the last slot of its placement already.': '„{name}“ ist schon der letzte Werbeplatz der Platzierung.',
  '“{name}” is deleted.': '„{name}“ ist gelöscht.',
  '“{name}” is enabled.': '„{name}“ ist aktiviert.',
  '“{name}” is disabled. Its content is kept.': '„{name}“ ist deaktiviert. Der Inhalt bleibt erhalten.',
  'Readers now see version {version}.': 'Leser sehen jetzt Version {version}.',
  'Version {version} is restored.': 'Version {version} ist wiederhergestellt.',
  'It is disabled: readers see it once you enable it.':
    'Der Werbeplatz ist deaktiviert: Leser sehen ihn, sobald Sie ihn aktivieren.',
  'Saved as version {version}. It is disabled: readers see it once you enable it.':
    'Als Version {version} gespeichert. Der Werbeplatz ist deaktiviert: Leser sehen ihn, sobald Sie ihn aktivieren.',
  'The slot is empty: readers see “Put your ad code here” there, as the settings ask for.':
    'Der Werbeplatz ist leer: Leser sehen dort „Hier Ihren Werbecode einfügen“, wie die Einstellungen es verlangen.',
  'The slot is empty: readers see nothing there.': 'Der Werbeplatz ist leer: Leser sehen dort nichts.',
  'This is how it will look.': 'So wird es aussehen.',
  'Readers do not see it until you save.': 'Leser sehen es erst, wenn Sie speichern.',
  'The code can be tested for {minutes} minutes.': 'Der Code kann {minutes} Minuten lang getestet werden.',
  'Nothing is saved.': 'Nichts ist gespeichert.',
  'The test is over.': 'Der Test ist zu Ende.',
  'These results are too long to be right, so they were not kept.':
    'Diese Ergebnisse sind zu lang, um zu stimmen, deshalb wurden sie nicht aufbewahrt.',
  'Added.': 'Hinzugefügt.',
  'The line item is empty: readers do not get it.': 'Die Werbebuchung ist leer: Leser bekommen sie nicht.',
  'Saved. Its content is version {version}.': 'Gespeichert. Der Inhalt ist Version {version}.',
  'Added. Its content is version {version}.': 'Hinzugefügt. Der Inhalt ist Version {version}.',
  'The rules of this slot cannot be read. Save the slot first.':
    'Die Regeln dieses Werbeplatzes können nicht gelesen werden. Speichern Sie zuerst den Werbeplatz.',
  'The rules of this slot cannot be read. Save the slot first, then its line items.':
    'Die Regeln dieses Werbeplatzes können nicht gelesen werden. Speichern Sie zuerst den Werbeplatz, dann die Werbebuchungen.',
  'From {system}: no slot was added.': 'Aus {system}: Es wurde kein Werbeplatz hinzugefügt.',
  'From {system}: 1 slot was added, disabled.': 'Aus {system}: 1 Werbeplatz wurde hinzugefügt, deaktiviert.',
  'From {system}: {count} slots were added, disabled.':
    'Aus {system}: {count} Werbeplätze wurden hinzugefügt, deaktiviert.',
  'Give the slot a name.': 'Geben Sie dem Werbeplatz einen Namen.',
  'Give the line item a name.': 'Geben Sie der Werbebuchung einen Namen.',
  'Keep the name under 80 characters.': 'Der Name darf höchstens 80 Zeichen haben.',
  'Choose a placement.': 'Wählen Sie eine Platzierung.',
  'Enter a whole number of pixels.': 'Geben Sie eine ganze Zahl von Pixeln ein.',
  'Sizes go from 0 to {count} pixels.': 'Größen gehen von 0 bis {count} Pixel.',
  'Each number in “{label}” must be a whole number.': 'Jede Zahl in „{label}“ muss eine ganze Zahl sein.',
  'Each number in “{label}” must be from {minimum} to {maximum}.':
    'Jede Zahl in „{label}“ muss von {minimum} bis {maximum} gehen.',
  '“{label}” must be a whole number.': '„{label}“ muss eine ganze Zahl sein.',
  '“{label}” must be from {minimum} to {maximum}.': '„{label}“ muss von {minimum} bis {maximum} gehen.',
  'Use at most 20 block numbers.': 'Verwenden Sie höchstens 20 Blocknummern.',
  'A fraction must be a number from 0 to 1, such as 0.5.': 'Ein Bruchteil muss eine Zahl von 0 bis 1 sein, etwa 0.5.',
  'Use at most 20 fractions.': 'Verwenden Sie höchstens 20 Bruchteile.',
  'Use at most 200 names.': 'Verwenden Sie höchstens 200 Namen.',
  'Keep the label under 60 characters.': 'Die Kennzeichnung darf höchstens 60 Zeichen haben.',
  'There is no tag called “{name}”. Check the spelling, or leave it out.':
    'Es gibt kein Schlagwort „{name}“. Prüfen Sie die Schreibweise, oder lassen Sie es weg.',
  'There is no author called “{name}”. Check the spelling, or leave it out.':
    'Es gibt keinen Autor „{name}“. Prüfen Sie die Schreibweise, oder lassen Sie ihn weg.',
  'Paste the code that the network gave you.': 'Fügen Sie den Code ein, den das Werbenetzwerk Ihnen gegeben hat.',
  'This code is larger than 100 kB. Ask the network for its short form, which loads the rest.':
    'Dieser Code ist größer als 100 kB. Bitten Sie das Werbenetzwerk um die Kurzform, die den Rest lädt.',
  'This code holds a character (NUL) that no web page can carry.':
    'Dieser Code enthält ein Zeichen (NUL), das keine Webseite enthalten kann.',
  'Choose where the code runs.': 'Wählen Sie, wo der Code läuft.',
  'Choose an image: JPEG, PNG, WebP, GIF or AVIF.': 'Wählen Sie ein Bild: JPEG, PNG, WebP, GIF oder AVIF.',
  'This image no longer exists. Please choose it again.': 'Dieses Bild gibt es nicht mehr. Bitte wählen Sie es neu.',
  'Enter alt text: what the image shows, for readers who cannot see it.':
    'Geben Sie einen Alternativtext ein: was das Bild zeigt, für Leser, die es nicht sehen können.',
  'Keep the alt text under 300 characters.': 'Der Alternativtext darf höchstens 300 Zeichen haben.',
  'Give it a headline.': 'Geben Sie eine Überschrift ein.',
  'Keep the headline under 90 characters.': 'Die Überschrift darf höchstens 90 Zeichen haben.',
  'Keep the text under 300 characters.': 'Der Text darf höchstens 300 Zeichen haben.',
  'Keep the call to action under 40 characters.': 'Die Handlungsaufforderung darf höchstens 40 Zeichen haben.',
  'A URL can have at most 2,000 characters. Use a shorter one.':
    'Eine Adresse darf höchstens 2.000 Zeichen haben. Verwenden Sie eine kürzere.',
  'Enter a URL that starts with https:// or http://, or a path on this site that starts with /.':
    'Geben Sie eine Adresse ein, die mit https:// oder http:// beginnt, oder einen Pfad dieser Website, der mit / beginnt.',
  'Enter a date and a time, or leave it empty.': 'Geben Sie Datum und Uhrzeit ein, oder lassen Sie das Feld leer.',
  'The end must come after the start.': 'Das Ende muss nach dem Anfang liegen.',
  'Use at most {count} of these.': 'Verwenden Sie höchstens {count} davon.',
  'A domain can have at most 253 characters.': 'Eine Domain darf höchstens 253 Zeichen haben.',
  'Enter domains such as news.example, separated by commas.':
    'Geben Sie Domains wie news.example ein, durch Kommas getrennt.',
  'Enter languages by their codes, such as en or de, separated by commas.':
    'Geben Sie Sprachen mit ihren Kürzeln ein, etwa en oder de, durch Kommas getrennt.',
  'Enter two different hours, or none for the whole day.':
    'Geben Sie zwei verschiedene Stunden ein, oder keine für den ganzen Tag.',
  'A tag cannot be included and excluded.': 'Ein Schlagwort kann nicht zugleich ein- und ausgeschlossen sein.',
  'An author cannot be included and excluded.': 'Ein Autor kann nicht zugleich ein- und ausgeschlossen sein.',
  'Choose what was sold, or leave the amounts empty.':
    'Wählen Sie, was verkauft wurde, oder lassen Sie die Mengen leer.',
  'An even pace needs a start and an end in the schedule. Enter both, or choose another pace.':
    'Gleichmäßige Auslieferung braucht einen Beginn und ein Ende im Zeitplan. Geben Sie beides ein, oder wählen Sie ein anderes Tempo.',
  'Enter a width and a height, or 0 for both to leave this device out.':
    'Geben Sie Breite und Höhe ein, oder für beide 0, um dieses Gerät auszulassen.',
  'Enter more than the height of the slot, or 0 if it keeps its height.':
    'Geben Sie mehr als die Höhe des Werbeplatzes ein, oder 0, wenn er seine Höhe behält.',
  'The largest width must not be below the smallest.': 'Die größte Breite darf nicht kleiner als die kleinste sein.',
  'Choose what is counted.': 'Wählen Sie, was gezählt wird.',
  'Choose a pace.': 'Wählen Sie ein Tempo.',
  'Enter how much was sold.': 'Geben Sie ein, wie viel verkauft wurde.',
  'Choose a priority.': 'Wählen Sie eine Priorität.',
  'Choose an arm.': 'Wählen Sie eine Gruppe.',
  'Keep the competitor group under 40 characters.': 'Die Konkurrenzgruppe darf höchstens 40 Zeichen haben.',
  'A site can have {count} slots. Delete one that you no longer use first.':
    'Eine Website kann {count} Werbeplätze haben. Löschen Sie zuerst einen, den Sie nicht mehr brauchen.',
  'There is already a slot called “{name}”. Choose another name.':
    'Es gibt schon einen Werbeplatz „{name}“. Wählen Sie einen anderen Namen.',
  '“{name}” belongs to the site: it can be disabled, but not deleted.':
    '„{name}“ gehört zur Website: Der Werbeplatz kann deaktiviert, aber nicht gelöscht werden.',
  'This slot no longer exists.': 'Diesen Werbeplatz gibt es nicht mehr.',
  'This line item no longer exists.': 'Diese Werbebuchung gibt es nicht mehr.',
  'Someone else changed this slot while you had it open. Their version is in the list below and yours is still here: save again to replace it.':
    'Jemand anders hat diesen Werbeplatz geändert, während Sie ihn offen hatten. Die andere Version steht unten in der Liste, und Ihre ist noch hier: Speichern Sie noch einmal, um sie zu ersetzen.',
  'Someone else changed this slot while you had it open. Please check it and save again.':
    'Jemand anders hat diesen Werbeplatz geändert, während Sie ihn offen hatten. Bitte prüfen Sie ihn, und speichern Sie noch einmal.',
  'Someone else changed this line item while you had it open. What you entered is still here: save again to replace theirs.':
    'Jemand anders hat diese Werbebuchung geändert, während Sie sie offen hatten. Was Sie eingegeben haben, ist noch hier: Speichern Sie noch einmal, um die andere Fassung zu ersetzen.',
  'A slot has at most {count} line items. Delete one first.':
    'Ein Werbeplatz hat höchstens {count} Werbebuchungen. Löschen Sie zuerst eine.',
  'This campaign is archived or no longer exists. Choose another, or none.':
    'Diese Kampagne ist archiviert, oder es gibt sie nicht mehr. Wählen Sie eine andere oder keine.',
  'Enter your password to let this code run in the page.':
    'Geben Sie Ihr Passwort ein, damit dieser Code in der Seite laufen darf.',
  'Only an owner may let code run in the page itself. Choose a frame, or ask an owner to save this.':
    'Nur ein Inhaber darf Code in der Seite selbst laufen lassen. Wählen Sie einen Rahmen, oder bitten Sie einen Inhaber, dies zu speichern.',
  'Its rules cannot be read.': 'Die Regeln können nicht gelesen werden.',
  'Its conditions cannot be read.': 'Die Bedingungen können nicht gelesen werden.',
  'This type of page does not have this placement.': 'Diese Art von Seite hat diese Platzierung nicht.',
  'It is turned off for this type of page.': 'Er ist für diese Art von Seite abgeschaltet.',
  'This post is marked as a sensitive subject, so it shows no ads.':
    'Dieser Beitrag ist als heikles Thema markiert und zeigt deshalb keine Werbung.',
  'A moderator has locked this conversation.': 'Ein Moderator hat diese Diskussion geschlossen.',
  'All slots are turned off for this post.': 'Für diesen Beitrag sind alle Werbeplätze abgeschaltet.',
  'This slot is turned off for this post.': 'Für diesen Beitrag ist dieser Werbeplatz abgeschaltet.',
  'It is excluded for one of this page’s tags.': 'Ausgeschlossen wegen eines Schlagworts dieser Seite.',
  'It is excluded for one of this page’s authors.': 'Ausgeschlossen wegen eines Autors dieser Seite.',
  'It is only for other tags.': 'Nur für andere Schlagwörter.',
  'It is only for other authors.': 'Nur für andere Autoren.',
  'It is for other types of page.': 'Für andere Arten von Seiten.',
  'It needs at least {least} words, and this has {words}.':
    'Mindestens {least} Wörter sind nötig, und hier sind es {words}.',
  'The slot at the end of the post is too near to its positions.':
    'Der Werbeplatz am Ende des Beitrags ist seinen Positionen zu nah.',
  'Other slots of this placement have its positions, or are too near to them.':
    'Andere Werbeplätze dieser Platzierung haben seine Positionen oder sind ihnen zu nah.',
  'This post has no place for the positions and distances you chose.':
    'Dieser Beitrag hat keine Stelle für die Positionen und Abstände, die Sie gewählt haben.',
  'This post is too short for the positions you chose.':
    'Dieser Beitrag ist zu kurz für die Positionen, die Sie gewählt haben.',
  'It takes {mobile} of the height of a phone’s window, and {desktop} of a small laptop’s (limit {limit}).':
    'Er nimmt {mobile} der Höhe eines Smartphone-Fensters ein und {desktop} der eines kleinen Laptops (Grenze {limit}).',
  '{density} (limit\u00a0{limit})': '{density} (Grenze\u00a0{limit})',
  'This reader gets it.': 'Dieser Leser bekommt sie.',
  'It is disabled.': 'Deaktiviert.',
  'It is empty.': 'Leer.',
  'It has not begun.': 'Hat noch nicht begonnen.',
  'It is over.': 'Ist zu Ende.',
  'Pasted code is turned off for this post.': 'Eingefügter Code ist für diesen Beitrag abgeschaltet.',
  'It is not among what readers’ browsers choose from.': 'Gehört nicht zu dem, woraus die Browser der Leser wählen.',
  'It is not its time.': 'Es ist nicht die Zeit dafür.',
  'The window is too narrow or too wide.': 'Das Fenster ist zu schmal oder zu breit.',
  'It is for other readers: signed in, or not.': 'Für andere Leser: angemeldete oder nicht angemeldete.',
  'It is for browsers in other languages.': 'Für Browser in anderen Sprachen.',
  'It is for other days of the week.': 'Für andere Wochentage.',
  'It is for other hours of the day.': 'Für andere Stunden des Tages.',
  'It is for readers who come from elsewhere.': 'Für Leser, die von anderswo kommen.',
  'The reader has seen it often enough.': 'Der Leser hat sie oft genug gesehen.',
  'A competitor is on the page.': 'Ein Konkurrent ist auf der Seite.',
  'The reader has not allowed what it needs.': 'Der Leser hat nicht erlaubt, was sie braucht.',
  'The browser saves data, and it is pasted code.': 'Der Browser spart Daten, und es ist eingefügter Code.',
  'It is held back, so that it lasts until its end.': 'Wird zurückgehalten, damit sie bis zu ihrem Ende reicht.',
  'It runs in the page, which is not done for this reader.':
    'Läuft in der Seite, was für diesen Leser nicht geschieht.',
  'It had its turn and showed nothing.': 'War an der Reihe und hat nichts gezeigt.',
  'Another one has a higher priority.': 'Eine andere hat eine höhere Priorität.',
  'The reader is in the other arm of the test.': 'Der Leser ist in der anderen Gruppe des Tests.',
  'It is on the page already.': 'Ist schon auf der Seite.',
  'Another one of its priority was drawn.': 'Eine andere derselben Priorität wurde gezogen.',
  'it moved the page by more than {amount} for {over} of {readers} readers whose browsers measured it':
    'er verschob die Seite um mehr als {amount} bei {over} von {readers} Lesern, deren Browser es gemessen haben',
  'it kept the browser busy for more than {amount} without a break for {over} of {readers} readers whose browsers measured it':
    'er beschäftigte den Browser länger als {amount} ohne Pause bei {over} von {readers} Lesern, deren Browser es gemessen haben',
  '{total} of {amount} impressions ({share} %).': '{total} von {amount} Einblendungen ({share} %).',
  '{total} of {amount} viewable impressions ({share} %).': '{total} von {amount} sichtbaren Einblendungen ({share} %).',
  '{total} of {amount} clicks ({share} %).': '{total} von {amount} Klicks ({share} %).',
};
