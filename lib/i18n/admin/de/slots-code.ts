/** Pasted code of an ad slot: its fields, what it says of itself, and its test. */
export const slotsCode = {
  'Paste the code from your ad network; it is not changed.':
    'Fügen Sie den Code Ihres Werbenetzwerks ein; er wird nicht verändert.',
  Consent: 'Einwilligung',
  'What a reader must allow first, if the settings ask for consent.':
    'Was ein Leser zuerst erlauben muss, wenn die Einstellungen eine Einwilligung verlangen.',
  'As its network is known to need it': 'Wie das Werbenetzwerk sie bekanntlich braucht',
  'None: it stores nothing in readers’ browsers': 'Keine: Es wird nichts in den Browsern der Leser gespeichert',
  'Functional: it remembers something, such as how often it was seen':
    'Funktional: Es wird etwas gemerkt, etwa wie oft es gesehen wurde',
  'Advertising: its company may recognise readers': 'Werbung: Das Unternehmen kann Leser wiedererkennen',
  'Where it runs': 'Wo er läuft',
  'Isolated frame': 'Isolierter Rahmen',
  'Frame on a second domain': 'Rahmen auf einer zweiten Domain',
  'In the page': 'In der Seite',
  'Your password': 'Ihr Passwort',
  'Asked for whenever new code is to run in the page. If you have no password here, sign in again and save within five minutes.':
    'Wird verlangt, wenn neuer Code in der Seite laufen soll. Wenn Sie hier kein Passwort haben, melden Sie sich neu an und speichern Sie innerhalb von fünf Minuten.',
  'Such code sees everything that readers see and type on that page, can change all of it, and can act on this site as the reader: comment, or change their name. The network can change the code at any time. It never runs in the browsers of staff, nor on the pages for signing in and for accounts.':
    'Solcher Code sieht alles, was Leser auf dieser Seite sehen und eingeben, kann alles davon ändern und kann auf dieser Website als der Leser handeln: kommentieren oder den Namen ändern. Das Werbenetzwerk kann den Code jederzeit ändern. Er läuft nie in den Browsern des Teams und nie auf den Seiten zum Anmelden und für Konten.',
  'It cannot read the page, its visitors’ sessions or their cookies. Best for code of which you know little.':
    'Er kann weder die Seite noch die Sitzungen oder Cookies der Besucher lesen. Am besten für Code, über den Sie wenig wissen.',
  'The same, but the code keeps cookies and storage of its own domain, and the network sees from which site it is.':
    'Ebenso, aber der Code behält Cookies und Speicher seiner eigenen Domain, und das Werbenetzwerk sieht, von welcher Website er kommt.',
  'Not available: this site has no second domain for frames. The person who runs the server can set ADS_FRAME_ORIGIN.':
    'Nicht verfügbar: Diese Website hat keine zweite Domain für Rahmen. Wer den Server betreibt, kann ADS_FRAME_ORIGIN setzen.',
  'For networks that forbid frames, such as AdSense. The code is part of the page and can do whatever the page can.':
    'Für Werbenetzwerke, die Rahmen verbieten, etwa AdSense. Der Code ist Teil der Seite und kann alles, was die Seite kann.',
  'For networks that forbid frames, such as AdSense. Only an owner can save code that runs like this.':
    'Für Werbenetzwerke, die Rahmen verbieten, etwa AdSense. Nur ein Inhaber kann Code speichern, der so läuft.',
  'What readers must allow first: none (it stores nothing in readers’ browsers).':
    'Was Leser zuerst erlauben müssen: nichts (es wird nichts in ihren Browsern gespeichert).',
  'What readers must allow first: functional (it remembers something, such as how often it was seen).':
    'Was Leser zuerst erlauben müssen: Funktionales (es wird etwas gemerkt, etwa wie oft es gesehen wurde).',
  'What readers must allow first: advertising (its company may recognise readers).':
    'Was Leser zuerst erlauben müssen: Werbung (das Unternehmen kann Leser wiedererkennen).',
  'The code states its size: {size}.': 'Der Code nennt seine Größe: {size}.',
  'Use this size': 'Diese Größe übernehmen',
  'The code does not state its size: choose one below.': 'Der Code nennt keine Größe: Wählen Sie unten eine.',
  'Hosts that it names: {hosts}.': 'Hosts, die er nennt: {hosts}.',
  'On mobile its box is {size}, so it will be cut off there. Hide it on mobile, or use code that is made for that size.':
    'Mobil ist der Platz {size} groß, dort wird er also abgeschnitten. Blenden Sie ihn mobil aus, oder verwenden Sie Code für diese Größe.',
  'Hide on mobile (0 × 0)': 'Mobil ausblenden (0 × 0)',
  'This is {network}: {kind}.': 'Das ist {network}: {kind}.',
  'Proposed: {place}.': 'Vorschlag: {place}.',
  'The code that {network} gives out for this unit': 'Der Code, den {network} für diesen Anzeigenblock ausgibt',
  'Use this instead': 'Stattdessen diesen verwenden',
  'Test this code': 'Diesen Code testen',
  'Open the test': 'Test öffnen',
  'Test results': 'Testergebnisse',
  'The test runs in your browser and needs JavaScript.': 'Der Test läuft in Ihrem Browser und braucht JavaScript.',
  'Run the test again': 'Test noch einmal ausführen',
  'Keeping the results …': 'Die Ergebnisse werden gespeichert …',
  'The code runs for {seconds} seconds after it has loaded. Please keep this page in view.':
    'Der Code läuft {seconds} Sekunden, nachdem er geladen ist. Bitte lassen Sie diese Seite sichtbar.',
  'Full width': 'Volle Breite',
  '{width} pixels wide': '{width} Pixel breit',
  'The code, full width': 'Der Code, volle Breite',
  'The code, {width} pixels wide': 'Der Code, {width} Pixel breit',
  'Tested: {moment} ({place}). What code says of itself can be made up.':
    'Getestet: {moment} ({place}). Was Code von sich selbst sagt, kann erfunden sein.',
  'This code was not tested yet. “Test this code”, above, runs it in your own browser and shows what it does.':
    'Dieser Code wurde noch nicht getestet. „Diesen Code testen“ oben führt ihn in Ihrem eigenen Browser aus und zeigt, was er tut.',
  'There is no test of yours here. A test ends after {minutes} minutes: open the slot and press “Test this code” again.':
    'Hier ist kein Test von Ihnen. Ein Test endet nach {minutes} Minuten: Öffnen Sie den Werbeplatz, und wählen Sie noch einmal „Diesen Code testen“.',
  'They are kept with the version if you save this code within {minutes} minutes.':
    'Sie werden mit der Version aufbewahrt, wenn Sie diesen Code innerhalb von {minutes} Minuten speichern.',
  'They are kept with version {version}.': 'Sie werden mit Version {version} aufbewahrt.',
  'It runs in your own browser, in an isolated frame, and its network sees your requests.':
    'Er läuft in Ihrem eigenen Browser, in einem isolierten Rahmen, und das Werbenetzwerk sieht Ihre Anfragen.',
  'It runs in your own browser, in a frame on a second domain, and its network sees your requests.':
    'Er läuft in Ihrem eigenen Browser, in einem Rahmen auf einer zweiten Domain, und das Werbenetzwerk sieht Ihre Anfragen.',
  'That is how readers get it.': 'So bekommen ihn auch die Leser.',
  'Readers get it differently ({place}): {why}.': 'Leser bekommen ihn anders ({place}): {why}.',
  'code never runs in a page of the admin, so what it does to a page around it is not seen here':
    'Code läuft nie in einer Seite der Verwaltung, hier ist also nicht zu sehen, was er mit einer Seite um sich herum macht',
  'this site has no second domain for frames': 'Diese Website hat keine zweite Domain für Rahmen',
};
