/** Who can see the site, and the maintenance page. */
export const visibility = {
  Visibility: 'Sichtbarkeit',
  'Who can see the site. Changes apply to every address immediately.':
    'Wer die Website sehen kann. Änderungen gelten sofort für jede Adresse.',
  'Who can see the site': 'Wer die Website sehen kann',
  'Pages, images, feeds and the sitemap alike; robots.txt then asks for nothing to be read. Staff always see it.':
    'Seiten, Bilder, Feeds und die Sitemap gleichermaßen; robots.txt bittet dann, nichts zu lesen. Das Team sieht sie immer.',
  Maintenance: 'Wartung',
  'Readers get one page, with status 503, so that search engines come back later. Staff see the site as usual.':
    'Leser erhalten eine einzige Seite mit dem Status 503, damit Suchmaschinen später wiederkommen. Das Team sieht die Website wie gewohnt.',
  'Saved. Everyone can see the site.': 'Gespeichert. Alle können die Website sehen.',
  'Saved. Only people with an account can see the site.': 'Gespeichert. Nur wer ein Konto hat, kann die Website sehen.',
  'Saved. Only people with the password can see the site.':
    'Gespeichert. Nur wer das Passwort hat, kann die Website sehen.',
  'Saved. Readers see the maintenance page from now on.': 'Gespeichert. Leser sehen ab jetzt die Wartungsseite.',
  'Saved. Readers see the site, as far as it is open to them.':
    'Gespeichert. Leser sehen die Website, soweit sie ihnen offensteht.',
  'Visible to': 'Sichtbar für',
  'Everyone with an account, readers included': 'Alle mit einem Konto, auch Leser',
  'People with a password, without an account': 'Wer ein Passwort hat, ohne Konto',
  'While the site is for accounts, nobody can sign up: invite people under Users.':
    'Solange die Website nur Konten offensteht, kann sich niemand registrieren: Laden Sie unter „Benutzer“ ein.',
  'Password for readers': 'Passwort für Leser',
  'A password is set. Leave this empty to keep it; after a new one, everyone is asked again.':
    'Ein Passwort ist gesetzt. Lassen Sie das Feld leer, um es zu behalten; nach einem neuen werden alle noch einmal gefragt.',
  'At least 8 characters. A browser that knows it is not asked again for 30 days.':
    'Mindestens 8 Zeichen. Ein Browser, der es kennt, wird 30 Tage nicht mehr gefragt.',
  'Show the maintenance page to readers': 'Lesern die Wartungsseite zeigen',
  'Maintenance text': 'Text der Wartungsseite',
  'Leave empty for the default text.': 'Leer lassen für den üblichen Text.',
  'Choose who can see the site.': 'Wählen Sie, wer die Website sehen kann.',
  'Use at most 500 characters for the maintenance page.': 'Verwenden Sie für die Wartungsseite höchstens 500 Zeichen.',
  'Use at most 200 characters for the password.': 'Verwenden Sie für das Passwort höchstens 200 Zeichen.',
  'Enter the password that readers will be asked for.': 'Geben Sie das Passwort ein, nach dem Leser gefragt werden.',
};
