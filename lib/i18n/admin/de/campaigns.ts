/** Campaigns, their reports, the media kit and sellers. */
export const campaigns = {
  Campaign: 'Kampagne',
  Campaigns: 'Kampagnen',
  'New campaign': 'Neue Kampagne',
  Archived: 'Archiviert',
  Active: 'Aktiv',
  Ended: 'Beendet',
  Disabled: 'Deaktiviert',
  'Not shown': 'Nicht gezeigt',
  'Archived campaigns': 'Archivierte Kampagnen',
  'In use': 'In Verwendung',
  'What advertisers bought: line items of one or several slots, with a report of their own.':
    'Was Werbekunden gekauft haben: Werbebuchungen auf einem oder mehreren Werbeplätzen, mit eigenem Bericht.',
  'Name and contact': 'Name und Kontakt',
  'Who advertises': 'Wer wirbt',
  'Line items are given to a campaign in their own form.':
    'Werbebuchungen werden einer Kampagne in ihrem eigenen Formular zugeordnet.',
  'Line items': 'Werbebuchungen',
  'Line item': 'Werbebuchung',
  'Report for the advertiser': 'Bericht für den Werbekunden',
  'Anyone with the link sees the figures and the content of these line items, without an account, and nothing else.':
    'Wer den Link hat, sieht ohne Konto die Zahlen und den Inhalt dieser Werbebuchungen und sonst nichts.',
  'Add campaign': 'Kampagne hinzufügen',
  'The advertiser reads it too.': 'Der Werbekunde liest ihn auch.',
  Advertiser: 'Werbekunde',
  'Contact (e-mail)': 'Kontakt (E-Mail)',
  'Only staff see it. May be empty.': 'Nur das Team sieht ihn. Kann leer bleiben.',
  'Archive##verb': 'Archivieren',
  'Link to the report': 'Link zum Bericht',
  'Open the report': 'Bericht öffnen',
  'Create a link': 'Link erstellen',
  'Revoke the link': 'Link widerrufen',
  Eligible: 'Möglich',
  Impressions: 'Einblendungen',
  Viewable: 'Sichtbar',
  Rate: 'Anteil',
  Clicks: 'Klicks',
  'Click rate': 'Klickrate',
  'None yet. Open a slot, add a line item and choose this campaign in its form.':
    'Noch keine. Öffnen Sie einen Werbeplatz, fügen Sie eine Werbebuchung hinzu und wählen Sie in ihrem Formular diese Kampagne.',
  'Figures of the line items': 'Zahlen der Werbebuchungen',
  'Goal and pace': 'Ziel und Tempo',
  'Clicks into pasted code are estimated: the page sees only that the frame was entered.':
    'Klicks in eingefügten Code sind geschätzt: Die Seite sieht nur, dass der Rahmen betreten wurde.',
  'No goal': 'Kein Ziel',
  'No campaign is archived.': 'Keine Kampagne ist archiviert.',
  'No campaigns yet. Add one for each order of an advertiser, then choose it in the forms of its line items.':
    'Noch keine Kampagnen. Fügen Sie für jeden Auftrag eines Werbekunden eine hinzu und wählen Sie sie dann in den Formularen ihrer Werbebuchungen.',
  'These are the newest {count}.': 'Das sind die neuesten {count}.',
  '{count, plural, one {# line item} other {# line items}}':
    '{count, plural, one {# Werbebuchung} other {# Werbebuchungen}}',
  'Behind pace': 'Im Rückstand',
  'No line items': 'Keine Werbebuchungen',
  '{count, plural, one {# eligible} other {# eligible}}': '{count, plural, one {# möglich} other {# möglich}}',
  '{count, plural, one {# impression} other {# impressions}}':
    '{count, plural, one {# Einblendung} other {# Einblendungen}}',
  '{count, plural, one {# viewable} other {# viewable}} ({rate})':
    '{count, plural, one {# sichtbar} other {# sichtbar}} ({rate})',
  '{count, plural, one {# click} other {# clicks}} ({rate})':
    '{count, plural, one {# Klick} other {# Klicks}} ({rate})',
  '{reached} of {goal} {kind} ({percent} %).': '{reached} von {goal} {kind} ({percent} %).',
  impressions: 'Einblendungen',
  'viewable impressions': 'sichtbaren Einblendungen',
  clicks: 'Klicks',
  'Behind pace: {due} were due by now, counted evenly from {since}.':
    'Im Rückstand: {due} wären bis jetzt fällig, gleichmäßig gezählt ab {since}.',
  'Give the campaign a name.': 'Geben Sie der Kampagne einen Namen.',
  'Enter who advertises.': 'Geben Sie ein, wer wirbt.',
  'Use at most 80 characters here.': 'Verwenden Sie hier höchstens 80 Zeichen.',
  'Enter a valid e-mail address, such as ida@example.org, or none.':
    'Geben Sie eine gültige E-Mail-Adresse ein, etwa ida@example.org, oder keine.',
  'This campaign has changed or no longer exists. Reload the page.':
    'Diese Kampagne wurde geändert, oder es gibt sie nicht mehr. Laden Sie die Seite neu.',
  'Added. Now choose it in the form of each line item that belongs to it.':
    'Hinzugefügt. Wählen Sie sie nun im Formular jeder Werbebuchung, die zu ihr gehört.',
  'Restored. Enable the line items that readers should get again.':
    'Wiederhergestellt. Aktivieren Sie die Werbebuchungen, die Leser wieder bekommen sollen.',
  'Archived. None of its line items was enabled.': 'Archiviert. Keine ihrer Werbebuchungen war aktiviert.',
  'Archived. One line item is disabled.': 'Archiviert. Eine Werbebuchung ist deaktiviert.',
  'Archived. {count} line items are disabled.': 'Archiviert. {count} Werbebuchungen sind deaktiviert.',
  'Revoked. The link shows nothing any more.': 'Widerrufen. Der Link zeigt nichts mehr.',
  'Created. Send this link to the advertiser.': 'Erstellt. Schicken Sie diesen Link dem Werbekunden.',

  'Media kit': 'Mediadaten',
  'A public page on which you offer slots, with their sizes and what was really counted.':
    'Eine öffentliche Seite, auf der Sie Werbeplätze anbieten, mit ihren Größen und dem, was wirklich gezählt wurde.',
  'See {address}': '{address} ansehen',
  'Show the page, and a link to it in the footer': 'Die Seite zeigen und einen Link zu ihr in der Fußzeile',
  'Who reads the site, what you accept, what it costs. An empty line begins a paragraph.':
    'Wer die Website liest, was Sie annehmen, was es kostet. Eine leere Zeile beginnt einen Absatz.',
  Contact: 'Kontakt',
  'An e-mail address, or the web address of a form. Everyone can read it.':
    'Eine E-Mail-Adresse oder die Webadresse eines Formulars. Alle können sie lesen.',
  '“{name}” is for sale': '„{name}“ steht zum Verkauf',
  'Use at most 4,000 characters here.': 'Verwenden Sie hier höchstens 4.000 Zeichen.',
  'Enter an e-mail address such as ida@example.org, or a web address that begins with https://.':
    'Geben Sie eine E-Mail-Adresse ein, etwa ida@example.org, oder eine Webadresse, die mit https:// beginnt.',
  'Enter how advertisers reach you, or leave the page off.':
    'Geben Sie ein, wie Werbekunden Sie erreichen, oder lassen Sie die Seite ausgeschaltet.',
  '“{title}” has the address {address}. Change its URL slug first.':
    '„{title}“ hat die Adresse {address}. Ändern Sie zuerst die Titelform.',
  'Saved. There is no page at {address}.': 'Gespeichert. Es gibt keine Seite unter {address}.',
  'Saved. {address} offers no slot yet.': 'Gespeichert. {address} bietet noch keinen Werbeplatz an.',
  'Saved. {address} offers one slot.': 'Gespeichert. {address} bietet einen Werbeplatz an.',
  'Saved. {address} offers {count} slots.': 'Gespeichert. {address} bietet {count} Werbeplätze an.',

  'Reader reports': 'Meldungen von Lesern',
  'What readers reported about third-party ad code. Each reader counts once a day.':
    'Was Leser über fremden Werbecode gemeldet haben. Jeder Leser zählt einmal am Tag.',
  'No open reports.': 'Keine offenen Meldungen.',
  'This version is no longer shown, so nothing was disabled. Dismiss the reports on it.':
    'Diese Version wird nicht mehr gezeigt, daher wurde nichts deaktiviert. Verwerfen Sie die Meldungen dazu.',
  'Dismissed. “{name}” stays as it is.': 'Verworfen. „{name}“ bleibt, wie es ist.',
  '“{name}” is disabled on every page. Its content is kept.':
    '„{name}“ ist auf jeder Seite deaktiviert. Der Inhalt bleibt erhalten.',
};
