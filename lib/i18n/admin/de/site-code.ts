/** Code of the whole site: verification and analytics. */
export const siteCode = {
  'Site code': 'Website-Code',
  'What other services ask you to put into your pages.': 'Was andere Dienste in Ihren Seiten verlangen.',
  'Tags with which search engines and platforms check whose site this is. Every page has them.':
    'Tags, mit denen Suchmaschinen und Plattformen prüfen, wem diese Website gehört. Jede Seite enthält sie.',
  'The code, or the whole meta tag. Only the code is kept.':
    'Der Code oder das ganze Meta-Tag. Nur der Code wird behalten.',
  'Other tags': 'Andere Tags',
  'Whole meta tags of other services. Only their name and content are kept.':
    'Ganze Meta-Tags anderer Dienste. Nur Name und Inhalt werden behalten.',
  'Paste only meta tags with a name and a content, at most 20 of them. Tags that search engines or browsers act on, such as robots, have settings of their own.':
    'Fügen Sie nur Meta-Tags mit Namen und Inhalt ein, höchstens 20. Für Tags, nach denen sich Suchmaschinen oder Browser richten, wie robots, gibt es eigene Einstellungen.',
  'Paste the code of this service or its whole meta tag, and nothing else.':
    'Fügen Sie den Code dieses Dienstes oder sein ganzes Meta-Tag ein und sonst nichts.',
  'This is the tag of another service. Paste it in its own field, or under “Other tags”.':
    'Das ist das Tag eines anderen Dienstes. Fügen Sie es in dessen Feld oder unter „Andere Tags“ ein.',
  'Verification files': 'Bestätigungsdateien',
  'For services that look for a file at an address of the site. Browsers run nothing of it.':
    'Für Dienste, die unter einer Adresse der Website nach einer Datei suchen. Browser führen nichts daraus aus.',
  'Add file': 'Datei hinzufügen',
  'File name': 'Dateiname',
  'Such as google1a2b3c.html or BingSiteAuth.xml.': 'Etwa google1a2b3c.html oder BingSiteAuth.xml.',
  'Content of the file': 'Inhalt der Datei',
  'Enter the name that the service gave, such as google1a2b3c.html: letters, digits, - and _, ending in .html, .xml or .txt.':
    'Geben Sie den Namen ein, den der Dienst nennt, etwa google1a2b3c.html: Buchstaben, Ziffern, - und _, mit der Endung .html, .xml oder .txt.',
  'The site has a file of this name itself. Enter the name that the service gave.':
    'Eine Datei dieses Namens hat die Website selbst. Geben Sie den Namen ein, den der Dienst nennt.',
  'Enter what the file contains.': 'Geben Sie ein, was die Datei enthält.',
  'Use at most 4,000 characters for a verification file.':
    'Verwenden Sie höchstens 4.000 Zeichen für eine Bestätigungsdatei.',
  'There are 10 verification files. Remove one that is not needed any more.':
    'Es gibt 10 Bestätigungsdateien. Entfernen Sie eine, die nicht mehr gebraucht wird.',
  'Saved. The service can check the file now.': 'Gespeichert. Der Dienst kann die Datei jetzt prüfen.',
  'Removed. Its address answers “not found”.': 'Entfernt. Unter ihrer Adresse wird nichts mehr gefunden.',
  'Analytics and other code': 'Statistik und anderer Code',
  'Runs in every page that readers see, never in the browsers of staff, and never on the pages for signing in, accounts, search and the admin. Such pages are made for each reader with a nonce of their own, so no shared cache keeps them.':
    'Läuft in jeder Seite, die Leser sehen, nie in den Browsern des Teams und nie auf den Seiten für Anmeldung, Konten, Suche und Verwaltung. Solche Seiten erhält jeder Leser mit einer eigenen Nonce, deshalb behält sie kein gemeinsamer Cache.',
  'Readers are not asked now: code that needs consent runs for everybody. Change that under Ads.':
    'Leser werden derzeit nicht gefragt: Code, der eine Einwilligung braucht, läuft bei allen. Ändern können Sie das unter „Anzeigen“.',
  'Readers are asked with a notice of this site before code that needs consent runs.':
    'Leser werden mit einem Hinweis dieser Website gefragt, bevor Code läuft, der eine Einwilligung braucht.',
  'Code that needs consent runs once the consent platform on the page allows it.':
    'Code, der eine Einwilligung braucht, läuft, sobald die Einwilligungsplattform auf der Seite es erlaubt.',
  'Only an owner can add code.': 'Nur ein Inhaber kann Code hinzufügen.',
  '{name} (suspended)': '{name} (ausgesetzt)',
  'Consent: {need}': 'Einwilligung: {need}',
  'Suspend {name}': '{name} aussetzen',
  'Suspend##code': 'Aussetzen',
  Check: 'Prüfen',
  Resume: 'Fortsetzen',
  'To run this code in every page again.': 'Damit dieser Code wieder in jeder Seite läuft.',
  'none, it keeps nothing in browsers': 'keine, er speichert nichts in Browsern',
  'analytics, it measures how the site is read': 'Statistik, er misst, wie die Website gelesen wird',
  'advertising, its company may recognise readers': 'Werbung, sein Unternehmen kann Leser wiedererkennen',
  'Code of the service': 'Code des Dienstes',
  'Consent that it needs': 'Einwilligung, die er braucht',
  'Plausible, Umami, Fathom, GoatCounter, Matomo, Google Analytics and Cloudflare Web Analytics are recognised. Other code works, too.':
    'Plausible, Umami, Fathom, GoatCounter, Matomo, Google Analytics und Cloudflare Web Analytics werden erkannt. Anderer Code geht auch.',
  'May be empty for a service that is recognised.': 'Darf bei einem erkannten Dienst leer bleiben.',
  'As known of the service': 'Wie vom Dienst bekannt',
  'Only to add it: such code can read and change every page, and act as a reader who is signed in.':
    'Nur zum Hinzufügen: Solcher Code kann jede Seite lesen und ändern und als angemeldeter Leser handeln.',
  'Add to every page': 'Auf jeder Seite einfügen',
  'This code is of no provider that is known here.': 'Dieser Code ist von keinem hier bekannten Anbieter.',
  'It can read and change every page, act as a reader who is signed in, and send what it sees to anyone.':
    'Er kann jede Seite lesen und ändern, als angemeldeter Leser handeln und alles, was er sieht, an beliebige Stellen senden.',
  'Choose what readers must have allowed before it runs.':
    'Wählen Sie, was Leser erlaubt haben müssen, bevor er läuft.',
  'This is the code of {provider}.': 'Das ist der Code von {provider}.',
  'It usually needs no consent, because it keeps nothing in browsers.':
    'Er braucht meist keine Einwilligung, weil er nichts in Browsern speichert.',
  'It needs consent to analytics.': 'Er braucht die Einwilligung in Statistik.',
  'It sees each page view: its address, the referring site, the browser, and the IP address of the reader.':
    'Er sieht jeden Seitenaufruf: die Adresse, die verweisende Website, den Browser und die IP-Adresse des Lesers.',
  'It sets no cookies.': 'Er setzt keine Cookies.',
  'It recognises readers again by cookies.': 'Er erkennt Leser an Cookies wieder.',
  'This code is of no provider that is known here. Choose what readers must have allowed.':
    'Dieser Code ist von keinem hier bekannten Anbieter. Wählen Sie, was Leser erlaubt haben müssen.',
  'Enter a name for this code, so that it is known again.':
    'Geben Sie einen Namen für diesen Code ein, damit er wiederzuerkennen ist.',
  'Paste the code that the service gave you.': 'Fügen Sie den Code ein, den der Dienst Ihnen gegeben hat.',
  'Use at most 20,000 characters for one code.': 'Verwenden Sie höchstens 20.000 Zeichen für einen Code.',
  'There is no script in this code. A verification tag belongs under Verification.':
    'In diesem Code ist kein Skript. Ein Tag zur Bestätigung gehört unter „Bestätigung“.',
  'This code writes itself into the page while it loads (document.write), which would erase the page. Ask the service for its present code.':
    'Dieser Code schreibt sich beim Laden in die Seite (document.write), was sie löschen würde. Fragen Sie den Dienst nach seinem heutigen Code.',
  'Only an owner may let code run in every page.': 'Nur ein Inhaber darf Code in jeder Seite laufen lassen.',
  'This code is in the list already.': 'Dieser Code steht schon in der Liste.',
  'There are 5 codes. Remove one that is not needed any more.':
    'Es gibt 5 Codes. Entfernen Sie einen, der nicht mehr gebraucht wird.',
  'This code was removed meanwhile.': 'Dieser Code wurde inzwischen entfernt.',
  'Choose what readers must have allowed.': 'Wählen Sie, was Leser erlaubt haben müssen.',
  'Use at most 80 characters for the name.': 'Verwenden Sie höchstens 80 Zeichen für den Namen.',
  'Saved. Every page that readers see runs it from now on.':
    'Gespeichert. Jede Seite, die Leser sehen, führt ihn von jetzt an aus.',
  'Suspended. No page runs this code any more.': 'Ausgesetzt. Keine Seite führt diesen Code mehr aus.',
  'Removed. No page runs this code any more.': 'Entfernt. Keine Seite führt diesen Code mehr aus.',
  'Consent before code that uses cookies': 'Einwilligung vor Code, der Cookies verwendet',
};
