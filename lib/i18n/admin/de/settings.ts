/** The settings of the site. */
export const settings = {
  'Each part is saved by itself, and changes apply to every page immediately.':
    'Jeder Teil wird für sich gespeichert, und Änderungen gelten sofort auf jeder Seite.',
  'Choose what the addresses of posts look like.': 'Wählen Sie, wie die Adressen von Beiträgen aussehen.',
  'Another person changed this image after you opened the page. Reload the page to see it, or choose yours again and save to replace it.':
    'Jemand anders hat dieses Bild geändert, nachdem Sie die Seite geöffnet haben. Laden Sie die Seite neu, um es zu sehen, oder wählen Sie Ihres noch einmal und speichern Sie, um es zu ersetzen.',
  'Another person changed this after you opened the page. Reload the page to see it, or save again to replace it.':
    'Jemand anders hat das geändert, nachdem Sie die Seite geöffnet haben. Laden Sie die Seite neu, um es zu sehen, oder speichern Sie noch einmal, um es zu ersetzen.',
  'Language and time': 'Sprache und Zeit',
  'Addresses of posts': 'Adressen von Beiträgen',
  Permalinks: 'Permalinks',
  'Posts that are published move to the new addresses in the background. Every former address leads to the current one, even after you change this back.':
    'Veröffentlichte Beiträge ziehen im Hintergrund an die neuen Adressen um. Jede frühere Adresse führt zur heutigen, auch wenn Sie das wieder zurückstellen.',
  'Staff sign-in': 'Anmeldung des Teams',
  'Reading##settings': 'Lesen',
  'Lists, feeds, the 404 page and what is counted.': 'Listen, Feeds, die 404-Seite und was gezählt wird.',
  'Lists and feeds': 'Listen und Feeds',
  '404 page': '404-Seite',
  'Accounts of readers': 'Konten von Lesern',
  'When comments close': 'Wann Kommentare schließen',
  'Reports of comments': 'Meldungen von Kommentaren',
  'Reactions to posts': 'Reaktionen auf Beiträge',
  Ads: 'Anzeigen',
  'What holds for all slots, and what their code may do.': 'Was für alle Werbeplätze gilt und was ihr Code darf.',
  'Consent and signed-in readers': 'Einwilligung und angemeldete Leser',
  'Reports of ads': 'Meldungen von Anzeigen',
  'What code may cost readers': 'Was Code Leser kosten darf',
  'Search engines and security': 'Suchmaschinen und Sicherheit',
  'What search engines and security researchers find.': 'Was Suchmaschinen und Sicherheitsforscher finden.',
  Verification: 'Bestätigung',
  'Security reports': 'Sicherheitsmeldungen',
  'Save changes': 'Änderungen speichern',
  General: 'Allgemein',
  'Shown at the top of every page, in feeds and in search results.':
    'Steht oben auf jeder Seite, in Feeds und in Suchergebnissen.',
  'Site title': 'Titel der Website',
  Tagline: 'Untertitel',
  'Site language': 'Sprache der Website',
  'In which readers are addressed, and in which dates are written. The admin is in German where this is German, otherwise in English; staff choose the other on their account page.':
    'In ihr werden Leser angesprochen und Daten geschrieben. Die Verwaltung ist Deutsch, wenn hier Deutsch gewählt ist, sonst Englisch; das Team kann auf der Seite des eigenen Kontos die andere Sprache wählen.',
  'Time zone': 'Zeitzone',
  'Used for dates and scheduled posts.': 'Gilt für Daten und geplante Beiträge.',
  'Posts per page': 'Beiträge pro Seite',
  'Readers and comments': 'Leser und Kommentare',
  'Who can comment, and which comments need approval.':
    'Wer kommentieren kann und welche Kommentare eine Freigabe brauchen.',
  'Anyone can sign up': 'Jeder kann sich registrieren',
  'Staff must use a passkey': 'Das Team muss einen Passkey verwenden',
  'Staff without one are asked to add one before they can work here. Add your own first, on your account page.':
    'Wer keinen hat, wird aufgefordert, einen hinzuzufügen, bevor die Arbeit hier weitergeht. Fügen Sie zuerst Ihren eigenen auf der Seite Ihres Kontos hinzu.',
  'Readers without an account may write first and prove their e-mail address':
    'Leser ohne Konto dürfen zuerst schreiben und dann ihre E-Mail-Adresse bestätigen',
  'Needs a mail server and open sign-up. The comment is published when they press the button of an e-mail.':
    'Braucht einen Mailserver und offene Registrierung. Der Kommentar wird veröffentlicht, wenn sie in einer E-Mail auf die Schaltfläche klicken.',
  'Comments that need approval': 'Kommentare, die eine Freigabe brauchen',
  'The first comment of each user': 'Der erste Kommentar jedes Benutzers',
  'Comments with more than two links': 'Kommentare mit mehr als zwei Links',
  'Every comment': 'Jeder Kommentar',
  'None: all comments are published immediately': 'Keine: Alle Kommentare werden sofort veröffentlicht',
  'Comment form position': 'Platz des Kommentarformulars',
  'After the comments': 'Nach den Kommentaren',
  'Before the comments': 'Vor den Kommentaren',
  'Old posts': 'Alte Beiträge',
  'Comments that exist remain. The settings of a post can say otherwise.':
    'Vorhandene Kommentare bleiben. Die Einstellungen eines Beitrags können anderes bestimmen.',
  'Comments never close because of age': 'Kommentare werden nie wegen des Alters geschlossen',
  'A post is old after {days} days': 'Ein Beitrag ist nach {days} Tagen alt',
  'Days are counted from': 'Tage werden gezählt ab',
  Publication: 'Veröffentlichung',
  'The last comment': 'Letztem Kommentar',
  'Comments on old posts': 'Kommentare zu alten Beiträgen',
  'Are closed': 'Sind geschlossen',
  'Need approval, every one': 'Brauchen alle eine Freigabe',
  'Readers may suggest corrections of articles': 'Leser dürfen Korrekturen zu Artikeln vorschlagen',
  'Signed-in readers suggest better words; an editor accepts or declines them under Comments.':
    'Angemeldete Leser schlagen bessere Worte vor; ein Redakteur nimmt sie unter „Kommentare“ an oder lehnt sie ab.',
  'Readers may report comments': 'Leser dürfen Kommentare melden',
  'No account is needed. You decide about reported comments under Comments.':
    'Ein Konto ist dafür nicht nötig. Über gemeldete Kommentare entscheiden Sie unter „Kommentare“.',
  'Points of reports at which a comment needs approval again':
    'Punkte aus Meldungen, ab denen ein Kommentar wieder eine Freigabe braucht',
  'A report by a reader with an account is {account} points, by a trusted reader {trusted}, by staff {staff}. 0: never by itself. A comment that you kept stays.':
    'Die Meldung eines Lesers mit Konto zählt {account} Punkte, die eines vertrauenswürdigen Lesers {trusted}, die aus dem Team {staff}. 0: nie von selbst. Ein Kommentar, den Sie behalten haben, bleibt.',
  'Count reports without an account as well': 'Meldungen ohne Konto ebenfalls zählen',
  'Each is {points, plural, one {# point} other {# points}}. Otherwise they are listed, and hold nothing.':
    'Jede zählt {points, plural, one {# Punkt} other {# Punkte}}. Sonst werden sie nur aufgeführt und halten nichts zurück.',
  'Order of comments': 'Reihenfolge der Kommentare',
  'Readers can choose another one.': 'Leser können eine andere wählen.',
  'Oldest first': 'Älteste zuerst',
  'Newest first': 'Neueste zuerst',
  'Best first, by likes': 'Beste zuerst, nach „Gefällt mir“',
  'Readers can react to posts with {sign} {name}': 'Leser können auf Beiträge mit {sign} {name} reagieren',
  Like: 'Gefällt mir',
  Love: 'Liebe ich',
  Funny: 'Lustig',
  Surprising: 'Überraschend',
  Sad: 'Traurig',
  'Thank you': 'Danke',
  'Readers can copy their picture from Gravatar': 'Leser können ihr Bild von Gravatar übernehmen',
  'This server asks gravatar.com once, when a reader presses the button, with a hash of their address. Readers’ browsers never ask it.':
    'Dieser Server fragt gravatar.com einmal, wenn ein Leser auf die Schaltfläche klickt, mit einem Hash seiner Adresse. Die Browser der Leser fragen dort nie.',
  'Count page views and readers, without cookies': 'Seitenaufrufe und Leser zählen, ohne Cookies',
  'Views, days, referring sites. No address is stored, and staff are not counted.':
    'Aufrufe, Tage, verweisende Websites. Es wird keine Adresse gespeichert, und das Team wird nicht gezählt.',
  Slots: 'Werbeplätze',
  'Readers do not see empty slots, unless you want to advertise the space.':
    'Leser sehen leere Werbeplätze nicht, es sei denn, Sie möchten für den Platz werben.',
  'Show “Put your ad code here” in empty slots to everyone':
    'In leeren Werbeplätzen allen „Hier könnte Ihre Werbung stehen“ zeigen',
  'No third-party code for signed-in readers': 'Kein fremder Code für angemeldete Leser',
  'Code that runs in the page itself could act as the reader on this site. It never runs for staff; with this, it does not run for anyone who is signed in.':
    'Code, der in der Seite selbst läuft, könnte auf dieser Website im Namen des Lesers handeln. Für das Team läuft er nie; hiermit läuft er für niemanden, der angemeldet ist.',
  'Refuse slots that take too much of an article': 'Werbeplätze ablehnen, die zu viel eines Artikels einnehmen',
  'The Better Ads Standards allow 30 % of the height of an article on phones, and 30 % of the window for a slot at its edge. Without this, a slot over the limit is saved with a warning.':
    'Die Better Ads Standards erlauben auf Mobiltelefonen 30 % der Höhe eines Artikels und für einen Werbeplatz am Rand des Fensters 30 % des Fensters. Ohne diese Einstellung wird ein Werbeplatz über der Grenze mit einer Warnung gespeichert.',
  'Code that needs consent does not load before a reader allows it.':
    'Code, der eine Einwilligung braucht, lädt nicht, bevor ein Leser es erlaubt.',
  'Do not ask: such code loads for everybody': 'Nicht fragen: Solcher Code lädt für alle',
  'Ask with a small notice of this site': 'Mit einem kleinen Hinweis dieser Website fragen',
  'Listen to a consent platform on the page (IAB TCF or GPP)':
    'Einer Einwilligungsplattform auf der Seite folgen (IAB TCF oder GPP)',
  'No slot has code that needs consent now, so nobody is asked and no consent platform is needed.':
    'Kein Werbeplatz hat derzeit Code, der eine Einwilligung braucht. Daher wird niemand gefragt, und es ist keine Einwilligungsplattform nötig.',
  '“{name}” has {network}##consent': '{network} in „{name}“',
  '{slots}: for readers in the EEA, the UK and Switzerland this network asks for a certified consent platform (IAB TCF).':
    '{slots}: Für Leser im EWR, im Vereinigten Königreich und in der Schweiz verlangt dieses Netzwerk eine zertifizierte Einwilligungsplattform (IAB TCF).',
  'No consent platform (IAB TCF) is needed for the networks that are known here. Ask the provider of the code in {slots}.':
    'Für die Netzwerke, die hier bekannt sind, ist keine Einwilligungsplattform (IAB TCF) nötig. Fragen Sie nach, von wem Sie den Code haben: {slots}.',
  'No consent platform (IAB TCF) is needed for the present slots: none of their networks sells by auction. The notice of this site is enough.':
    'Für die jetzigen Werbeplätze ist keine Einwilligungsplattform (IAB TCF) nötig: Keines ihrer Netzwerke verkauft durch Auktion. Der Hinweis dieser Website genügt.',
  'Readers can hide and report ads of other companies':
    'Leser können Werbung anderer Unternehmen ausblenden und melden',
  'A link above each slot with pasted code. You find their reports under Ad slots, Reader reports.':
    'Ein Link über jedem Werbeplatz mit eingefügtem Code. Die Meldungen finden Sie unter „Werbeplätze“, „Meldungen von Lesern“.',
  'Disable a slot after so many reports': 'Werbeplatz nach so vielen Meldungen deaktivieren',
  '0: never by itself. A reader counts once a day.': '0: nie von selbst. Ein Leser zählt einmal am Tag.',
  'Disable code that moves the page by more than': 'Code deaktivieren, der die Seite weiter verschiebt als',
  'Layout shift, as in Core Web Vitals, where 0.1 is the limit of a good page.':
    'Layoutverschiebung wie in den Core Web Vitals, wo 0,1 die Grenze einer guten Seite ist.',
  'Disable code that keeps the browser busy for more than': 'Code deaktivieren, der den Browser länger beschäftigt als',
  'Without a break, so that nothing answers meanwhile. Code is disabled once more than a quarter of at least {readers} readers in {days} days were over the limit; the evidence stands beside the slot.':
    'Ohne Unterbrechung, sodass inzwischen nichts reagiert. Code wird deaktiviert, sobald in {days} Tagen mehr als ein Viertel von mindestens {readers} Lesern über der Grenze lag; die Messwerte stehen beim Werbeplatz.',
  'Never disable code for this': 'Code deswegen nie deaktivieren',
  'Ask search engines not to list this site': 'Suchmaschinen bitten, diese Website nicht aufzuführen',
  'Every page says noindex, and there is no sitemap. Anyone who has an address can still open it.':
    'Jede Seite sagt „noindex“, und es gibt keine Sitemap. Wer eine Adresse hat, kann sie weiterhin öffnen.',
  'Feeds show': 'Feeds zeigen',
  'Whole posts': 'Ganze Beiträge',
  'The excerpt, with a link to the post': 'Den Auszug mit einem Link zum Beitrag',
  'Text of the 404 page': 'Text der 404-Seite',
  'Leave empty for the default text. The search field and the newest posts follow it.':
    'Leer lassen für den üblichen Text. Darunter stehen das Suchfeld und die neuesten Beiträge.',
  'Additional lines for /robots.txt': 'Weitere Zeilen für /robots.txt',
  'Such as User-agent and Disallow. The sitemap is already included.':
    'Etwa User-agent und Disallow. Die Sitemap ist schon enthalten.',
  'Contact for security reports': 'Kontakt für Sicherheitsmeldungen',
  'A mailto: or https: address for /.well-known/security.txt. Leave empty to disable this page.':
    'Eine Adresse mit mailto: oder https: für /.well-known/security.txt. Bleibt das Feld leer, gibt es diese Seite nicht.',

  'Settings saved.': 'Einstellungen gespeichert.',
  '{label}: {is} (was {was})': '{label}: {is} (bisher {was})',
  'empty##setting': 'leer',
  '“{title}” {is} (was {was})': '„{title}“ {is} (bisher {was})',
  'and {rest} more': 'und {rest, plural, one {# weiterer} other {# weitere}}',
  '{count, plural, one {# scheduled post keeps its moment, which in the new time zone is} other {# scheduled posts keep their moments, which in the new time zone are}}: {list}. Change the date of a post if it should appear at another hour.':
    '{count, plural, one {# geplanter Beitrag behält seinen Zeitpunkt. In der neuen Zeitzone ist das} other {# geplante Beiträge behalten ihre Zeitpunkte. In der neuen Zeitzone sind das}}: {list}. Ändern Sie das Datum eines Beitrags, wenn er zu einer anderen Stunde erscheinen soll.',
  'Enter a site title.': 'Geben Sie einen Titel für die Website ein.',
  'Use at most 120 characters for the site title.': 'Verwenden Sie höchstens 120 Zeichen für den Titel der Website.',
  'Use at most 240 characters for the tagline.': 'Verwenden Sie höchstens 240 Zeichen für den Untertitel.',
  'Choose a language that readers can be addressed in.':
    'Wählen Sie eine Sprache, in der Leser angesprochen werden können.',
  'Enter a valid time zone, such as "Europe/Vienna".': 'Geben Sie eine gültige Zeitzone ein, etwa „Europe/Vienna“.',
  'Choose from 1 to 50 posts.': 'Wählen Sie 1 bis 50 Beiträge.',
  'Choose after how many days comments close.': 'Wählen Sie, nach wie vielen Tagen Kommentare geschlossen werden.',
  'Choose from when those days are counted.': 'Wählen Sie, ab wann diese Tage gezählt werden.',
  'Choose what happens to comments on old posts.': 'Wählen Sie, was mit Kommentaren zu alten Beiträgen geschieht.',
  'Enter a whole number of points.': 'Geben Sie eine ganze Zahl von Punkten ein.',
  'Enter 0 or more points.': 'Geben Sie 0 oder mehr Punkte ein.',
  'Enter at most 1,000 points.': 'Geben Sie höchstens 1.000 Punkte ein.',
  'Choose who asks for consent.': 'Wählen Sie, wer um Einwilligung bittet.',
  'Enter a whole number of reports.': 'Geben Sie eine ganze Zahl von Meldungen ein.',
  'Enter 0 or more reports.': 'Geben Sie 0 oder mehr Meldungen ein.',
  'Enter at most 1,000 reports.': 'Geben Sie höchstens 1.000 Meldungen ein.',
  'Choose how far a slot may move the page.': 'Wählen Sie, wie weit ein Werbeplatz die Seite verschieben darf.',
  'Choose how long a slot may keep the browser busy.':
    'Wählen Sie, wie lange ein Werbeplatz den Browser beschäftigen darf.',
  'Use at most 10,000 characters for /robots.txt.': 'Verwenden Sie höchstens 10.000 Zeichen für /robots.txt.',
  'Use at most 240 characters for the contact.': 'Verwenden Sie höchstens 240 Zeichen für den Kontakt.',
  'Confirm with your passkey on your account page first: otherwise you would be locked out at once.':
    'Bestätigen Sie zuerst mit Ihrem Passkey auf der Seite Ihres Kontos: Sonst wären Sie sofort ausgesperrt.',
  'Add a passkey on your account page first: otherwise you would be locked out at once.':
    'Fügen Sie zuerst auf der Seite Ihres Kontos einen Passkey hinzu: Sonst wären Sie sofort ausgesperrt.',
};
