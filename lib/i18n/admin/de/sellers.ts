/** Sellers: the files ads.txt and app-ads.txt, and what crawlers make of them. */
export const sellers = {
  'Authorised sellers': 'Autorisierte Verkäufer',
  'Authorised sellers ({file})': 'Autorisierte Verkäufer ({file})',
  'Add a seller': 'Verkäufer hinzufügen',
  'The parts of a line as the network states them.': 'Die Teile einer Zeile, wie das Netzwerk sie angibt.',
  'Owner and manager': 'Eigentümer und Vermarkter',
  'Only if another business owns this site, or sells its space for you.':
    'Nur wenn diese Website einem anderen Unternehmen gehört oder es ihre Flächen für Sie verkauft.',
  'The whole file': 'Die ganze Datei',
  'Every line as it is served. Comments and lines that are not understood stay as they are.':
    'Jede Zeile, wie sie ausgeliefert wird. Anmerkungen und Zeilen, die nicht verstanden werden, bleiben, wie sie sind.',
  'Who may sell your ad space. Buyers read it before they bid.':
    'Wer Ihre Werbeflächen verkaufen darf. Käufer lesen es, bevor sie bieten.',
  'The same for apps that name this site as their developer’s.':
    'Dasselbe für Apps, die diese Website als die ihres Entwicklers nennen.',
  '/{file} is empty, so it is not found.': '/{file} ist leer und wird daher nicht gefunden.',
  Lines: 'Zeilen',
  'Save file': 'Datei speichern',
  'Remarks on the stored file': 'Anmerkungen zur gespeicherten Datei',
  'Line {line}: {words}': 'Zeile {line}: {words}',
  'The code in “{slot}” asks for this line:': 'Der Code in „{slot}“ verlangt diese Zeile:',
  'Add this line': 'Diese Zeile hinzufügen',
  'Add seller': 'Verkäufer hinzufügen',
  'Domain of the ad system': 'Domain des Werbesystems',
  'Such as google.com.': 'Etwa google.com.',
  Account: 'Konto',
  'Your id there, such as pub-1234567890123456.': 'Ihre Kennung dort, etwa pub-1234567890123456.',
  Relationship: 'Beziehung',
  'Certification authority ID': 'Kennung der Zertifizierungsstelle',
  'The fourth part of the line, if the network gave you one.':
    'Der vierte Teil der Zeile, wenn das Netzwerk Ihnen einen genannt hat.',
  'Comment##remark': 'Anmerkung',
  'For yourself; buyers skip it.': 'Für Sie selbst; Käufer überlesen sie.',
  'DIRECT: the account is yours': 'DIRECT: Das Konto gehört Ihnen',
  'RESELLER: the account belongs to someone who sells for you':
    'RESELLER: Das Konto gehört jemandem, der für Sie verkauft',
  'Owner’s domain (OWNERDOMAIN)': 'Domain des Eigentümers (OWNERDOMAIN)',
  'Manager’s domain (MANAGERDOMAIN)': 'Domain des Vermarkters (MANAGERDOMAIN)',
  'The one business that sells all or most of your space. For one country alone, add its two letters: example.com, US.':
    'Das eine Unternehmen, das alle oder die meisten Ihrer Flächen verkauft. Gilt es nur für ein Land, ergänzen Sie dessen zwei Buchstaben: example.com, US.',
  'No sellers yet.': 'Noch keine Verkäufer.',
  'Remove {seller}': '{seller} entfernen',

  'Added: /{file} now names {domain}.': 'Hinzugefügt: /{file} nennt nun {domain}.',
  'Removed line {number}.': 'Zeile {number} entfernt.',
  'Saved. /{file} is empty, so the address is not found.':
    'Gespeichert. /{file} ist leer, daher wird die Adresse nicht gefunden.',
  'Crawlers read 1 seller in it.': 'Crawler lesen darin 1 Verkäufer.',
  'Crawlers read {count} sellers in it.': 'Crawler lesen darin {count} Verkäufer.',
  'Nothing is wrong with it.': 'Sie ist in Ordnung.',
  '1 problem is listed below.': '1 Problem ist unten aufgeführt.',
  '{count} problems are listed below.': '{count} Probleme sind unten aufgeführt.',
  'Enter the domain of the ad system, such as google.com.':
    'Geben Sie die Domain des Werbesystems ein, etwa google.com.',
  'Enter your account at the seller, such as pub-1234567890123456.':
    'Geben Sie Ihr Konto beim Verkäufer ein, etwa pub-1234567890123456.',
  'Use at most 200 characters for the account.': 'Verwenden Sie höchstens 200 Zeichen für das Konto.',
  'An account has no comma, semicolon or #.': 'Ein Konto enthält kein Komma, keinen Strichpunkt und kein #.',
  'Choose DIRECT or RESELLER.': 'Wählen Sie DIRECT oder RESELLER.',
  'Enter the id alone, such as f08c47fec0942fa0, or leave it empty.':
    'Geben Sie nur die Kennung ein, etwa f08c47fec0942fa0, oder lassen Sie das Feld leer.',
  'Use at most 200 characters for the comment.': 'Verwenden Sie höchstens 200 Zeichen für die Anmerkung.',
  'This seller is in the file already: {seller}.': 'Dieser Verkäufer steht schon in der Datei: {seller}.',
  'The file has changed since. Nothing was removed: look again.':
    'Die Datei wurde inzwischen geändert. Nichts wurde entfernt: Sehen Sie noch einmal nach.',
  'Someone else changed this file while you had it open. Theirs is above and yours is still here: save again to replace it.':
    'Jemand anderes hat diese Datei geändert, während Sie sie geöffnet hatten. Die andere Fassung steht oben, Ihre ist noch hier: Speichern Sie noch einmal, um sie zu ersetzen.',
  'Use at most 100,000 characters for /ads.txt.': 'Verwenden Sie höchstens 100.000 Zeichen für /ads.txt.',
  'Use at most 100,000 characters for /app-ads.txt.': 'Verwenden Sie höchstens 100.000 Zeichen für /app-ads.txt.',

  'Remove the quotation marks around {domain}.': 'Entfernen Sie die Anführungszeichen um {domain}.',
  '“{domain}” is an address. Only its domain belongs here, such as {host}.':
    '„{domain}“ ist eine Adresse. Hierher gehört nur ihre Domain, etwa {host}.',
  '“{domain}” has characters that are not ASCII. Write it as the domain system does (xn--…).':
    '„{domain}“ hat Zeichen außerhalb von ASCII. Schreiben Sie die Domain so, wie das Domainsystem es tut (xn--…).',
  '“{domain}” is not a domain.': '„{domain}“ ist keine Domain.',
  '“{domain}” has an ending that no domain has.': '„{domain}“ hat eine Endung, die keine Domain hat.',
  'This is HTML. The lines for this file have commas: domain, account, DIRECT or RESELLER.':
    'Das ist HTML. Die Zeilen dieser Datei haben Kommas: Domain, Konto, DIRECT oder RESELLER.',
  'The file begins with an invisible mark (BOM). Some crawlers then miss the first line.':
    'Die Datei beginnt mit einem unsichtbaren Zeichen (BOM). Manche Crawler übersehen dann die erste Zeile.',
  'No line names a seller. If nobody may sell your space, say so with the line {line}.':
    'Keine Zeile nennt einen Verkäufer. Darf niemand Ihre Flächen verkaufen, sagen Sie das mit der Zeile {line}.',
  'The placeholder says that nobody may sell your space, and other lines name sellers. Remove one or the other.':
    'Der Platzhalter sagt, dass niemand Ihre Flächen verkaufen darf, und andere Zeilen nennen Verkäufer. Entfernen Sie das eine oder das andere.',
  'Crawlers ask {root} for ads.txt, not {host}. There it must have the line SUBDOMAIN={subdomain}, or the same lines as here.':
    'Crawler fragen {root} nach ads.txt, nicht {host}. Dort muss die Zeile SUBDOMAIN={subdomain} stehen, oder dieselben Zeilen wie hier.',
  '“{relationship}” is neither DIRECT nor RESELLER.': '„{relationship}“ ist weder DIRECT noch RESELLER.',
  '“{id}” does not look like the id of a certification authority, such as {example}.':
    '„{id}“ sieht nicht wie die Kennung einer Zertifizierungsstelle aus, etwa {example}.',
  'Its parts must be separated by commas.': 'Ihre Teile müssen durch Kommas getrennt sein.',
  'It has fewer than three parts. A seller is: domain, account, DIRECT or RESELLER.':
    'Sie hat weniger als drei Teile. Ein Verkäufer ist: Domain, Konto, DIRECT oder RESELLER.',
  'It has more than four parts. Is the line break between two sellers missing? A remark goes after #.':
    'Sie hat mehr als vier Teile. Fehlt der Zeilenumbruch zwischen zwei Verkäufern? Eine Anmerkung steht nach #.',
  'The domain of the seller is missing.': 'Die Domain des Verkäufers fehlt.',
  'The account at the seller is missing.': 'Das Konto beim Verkäufer fehlt.',
  'DIRECT or RESELLER is missing.': 'DIRECT oder RESELLER fehlt.',
  'Google’s account here begins with pub-, without the “ca-” of the code.':
    'Das Konto bei Google beginnt hier mit pub-, ohne das „ca-“ aus dem Code.',
  'Google’s account is pub- and a number, as your account there shows it.':
    'Das Konto bei Google ist pub- und eine Zahl, wie Ihr Konto dort es zeigt.',
  'Google’s id at the certification authority is {id}.':
    'Die Kennung von Google bei der Zertifizierungsstelle ist {id}.',
  '“{name}” is no variable of the format: crawlers skip it. Known are {names}.':
    '„{name}“ ist keine Variable des Formats: Crawler überlesen sie. Bekannt sind {names}.',
  '{name} has no value.': '{name} hat keinen Wert.',
  'SUBDOMAIN has no meaning for apps.': 'SUBDOMAIN hat für Apps keine Bedeutung.',
  '{name} takes one domain.': '{name} nimmt eine Domain.',
  '“{country}” is not the two letters of a country.': '„{country}“ ist nicht das Kürzel eines Landes.',
  'This seller is already in line {line}. Remove one of the two.':
    'Dieser Verkäufer steht schon in Zeile {line}. Entfernen Sie eine der beiden.',
  'The same account is {relationship} in line {line}. That is right only if it sells both for you and for others.':
    'Dasselbe Konto ist in Zeile {line} {relationship}. Das stimmt nur, wenn es sowohl für Sie als auch für andere verkauft.',
  'There is one OWNERDOMAIN; crawlers read the first.': 'Es gibt nur eine OWNERDOMAIN; Crawler lesen die erste.',
  'OWNERDOMAIN is a root domain, such as {domain}.': 'OWNERDOMAIN ist eine Hauptdomain, etwa {domain}.',
  'MANAGERDOMAIN is there and OWNERDOMAIN is not. Buyers then take {domain} for the owner.':
    'MANAGERDOMAIN ist vorhanden, OWNERDOMAIN nicht. Käufer halten dann {domain} für den Eigentümer.',
  'There is one MANAGERDOMAIN for all countries; crawlers read the first.':
    'Es gibt nur eine MANAGERDOMAIN für alle Länder; Crawler lesen die erste.',
  'There is one MANAGERDOMAIN for {country}; crawlers read the first.':
    'Es gibt nur eine MANAGERDOMAIN für {country}; Crawler lesen die erste.',
};
