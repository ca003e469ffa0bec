/** What is found in pasted code, before and while it is tested. */
export const slotsFindings = {
  'Please check the code.': 'Bitte prüfen Sie den Code.',
  'There is code of {network} in it, too. Give each network a slot, or a line item, of its own.':
    'Darin ist auch Code von {network}. Geben Sie jedem Werbenetzwerk einen eigenen Werbeplatz oder eine eigene Werbebuchung.',
  'It writes itself into the page while it loads (document.write). That works here: it has a page of its own.':
    'Er schreibt sich beim Laden in die Seite (document.write). Das funktioniert hier: Er hat eine eigene Seite.',
  'It writes itself into the page while it loads (document.write), which is refused there. In a frame it works.':
    'Er schreibt sich beim Laden in die Seite (document.write), was dort abgelehnt wird. In einem Rahmen funktioniert es.',
  'It has handlers in its HTML (onclick="…"), which do not run in the page. In a frame they do.':
    'Er hat Handler in seinem HTML (onclick="…"), die in der Seite nicht laufen. In einem Rahmen laufen sie.',
  'It tries to access the page around it. The frame blocks this.':
    'Er versucht, auf die Seite um ihn herum zuzugreifen. Der Rahmen verhindert das.',
  'It uses cookies or storage. In the frame they work while the page is open and are then forgotten.':
    'Er verwendet Cookies oder Speicher. Im Rahmen funktionieren sie, solange die Seite offen ist, und werden dann vergessen.',
  'A script that loads by itself (async or defer) cannot use document.write: browsers ignore what it writes.':
    'Ein Skript, das für sich lädt (async oder defer), kann document.write nicht verwenden: Browser beachten nicht, was es schreibt.',
  'It links to an address without a host, which leads to a page of this site. Use the full address with https://.':
    'Er verlinkt eine Adresse ohne Host, die auf eine Seite dieser Website führt. Verwenden Sie die volle Adresse mit https://.',
  'It opens message boxes. The frame blocks this.': 'Er öffnet Meldungsfenster. Der Rahmen verhindert das.',
  'It loads something over http:. A site on https: will not show that part.':
    'Er lädt etwas über http:. Eine Website mit https: zeigt diesen Teil nicht.',
  'It has typographic quotes (“ ”) where code needs straight ones. Copy it again from the network itself.':
    'Er hat typografische Anführungszeichen (“ ”), wo Code gerade braucht. Kopieren Sie ihn noch einmal direkt vom Werbenetzwerk.',
  'It begins with an invisible mark (BOM), which does no harm.':
    'Er beginnt mit einer unsichtbaren Markierung (BOM), die nicht schadet.',
  'It brings styles of its own. They stay inside the frame.': 'Er bringt eigene Stile mit. Sie bleiben im Rahmen.',
  'It brings styles of its own, which apply to the whole page.':
    'Er bringt eigene Stile mit, die für die ganze Seite gelten.',
  'It holds server code (PHP or ASP). Nothing runs on the server here.':
    'Er enthält Servercode (PHP oder ASP). Hier läuft nichts auf dem Server.',
  'A comment is never closed: --> is missing, and browsers show nothing of what follows.':
    'Ein Kommentar wird nie geschlossen: --> fehlt, und Browser zeigen nichts von dem, was folgt.',
  'AdSense does not allow its code inside a frame: let it run in the page.':
    'AdSense erlaubt seinen Code nicht in einem Rahmen: Lassen Sie ihn in der Seite laufen.',
  'AdSense does not allow its code inside a frame, and chooses ads by the page that it stands on.':
    'AdSense erlaubt seinen Code nicht in einem Rahmen und wählt Anzeigen nach der Seite, auf der er steht.',
  'Its height is not known before it is filled: reserve as much as it usually takes.':
    'Die Höhe ist nicht bekannt, bevor er gefüllt ist: Halten Sie so viel frei, wie er gewöhnlich braucht.',
  'It shows test ads (data-adtest), which earn nothing.': 'Er zeigt Testanzeigen (data-adtest), die nichts einbringen.',
  'The script that loads it (adsbygoogle.js) is missing.': 'Das Skript, das ihn lädt (adsbygoogle.js), fehlt.',
  'The script that loads it (gpt.js) is missing.': 'Das Skript, das ihn lädt (gpt.js), fehlt.',
  'The part for the page’s head (defineSlot) is missing. Paste both parts here, one after the other.':
    'Der Teil für den Kopf der Seite (defineSlot) fehlt. Fügen Sie beide Teile hier nacheinander ein.',
  'It chooses its size by the width of the window (addSize): give the slot the sizes that it names for desktop and for mobile.':
    'Er wählt seine Größe nach der Breite des Fensters (addSize): Geben Sie dem Werbeplatz die Größen, die er für Desktop und Smartphone nennt.',
  'It does not say whose it is: the publisher’s number (ca-pub-…) is missing.':
    'Er sagt nicht, wem er gehört: Die Nummer des Publishers (ca-pub-…) fehlt.',
  'It puts ads anywhere on the page, also between the paragraphs. It begins when this slot comes near the window, so the header is the best place for it.':
    'Er setzt Anzeigen irgendwo auf die Seite, auch zwischen die Absätze. Er beginnt, wenn dieser Werbeplatz in die Nähe des Fensters kommt, der Kopfbereich ist also der beste Platz.',
  'Code of an unknown source belongs in a frame that reaches neither the page nor its readers.':
    'Code unbekannter Herkunft gehört in einen Rahmen, der weder die Seite noch ihre Leser erreicht.',
  'A frame needs nothing of the page.': 'Ein Rahmen braucht nichts von der Seite.',
  'It has no script, so a frame changes nothing for it.': 'Er hat kein Skript, ein Rahmen ändert also nichts für ihn.',
  'It is a frame of the ad server already, and needs nothing of the page.':
    'Er ist schon ein Rahmen des Adservers und braucht nichts von der Seite.',
  'Google’s tag chooses ads by the page that it stands on, and is supported in a page alone.':
    'Googles Tag wählt Anzeigen nach der Seite, auf der er steht, und wird nur in einer Seite unterstützt.',
  'EthicalAds chooses by the words of the page and counts what is in view there.':
    'EthicalAds wählt nach den Wörtern der Seite und zählt, was dort zu sehen ist.',
  'Carbon puts its ad where its script stands, and looks like the page around it.':
    'Carbon setzt seine Anzeige dorthin, wo sein Skript steht, und sieht aus wie die Seite darum herum.',
  'Media.net chooses ads by the text of the page that it stands on.':
    'Media.net wählt Anzeigen nach dem Text der Seite, auf der sie stehen.',
  'Asked no other host.': 'Fragte keinen anderen Host.',
  'Requested nothing.': 'Lud nichts.',
  'Never called document.write.': 'Rief document.write nie auf.',
  'Never kept the browser busy for long.': 'Beschäftigte den Browser nie lange.',
  'Nothing moved inside its frame.': 'Im Rahmen verschob sich nichts.',
  'In a frame {width} pixels wide it showed nothing.': 'In einem Rahmen von {width} Pixeln zeigte er nichts.',
  'In a frame {width} pixels wide it was {size}.': 'In einem Rahmen von {width} Pixeln war er {size}.',
  'Never took the keyboard focus.': 'Zog den Tastaturfokus nie an sich.',
  'Never scrolled the page.': 'Scrollte die Seite nie.',
  'Added nothing to the browser’s history.': 'Fügte dem Browserverlauf nichts hinzu.',
  'Opened no windows.': 'Öffnete keine Fenster.',
  'Opened no dialogs.': 'Öffnete keine Dialoge.',
  'Was not seen trying to lead the reader elsewhere.': 'Es war kein Versuch zu sehen, den Leser woandershin zu führen.',
  'No errors.': 'Keine Fehler.',
  'The content security policy refused nothing.': 'Die Content Security Policy hat nichts abgelehnt.',
};
