/** The menus of the site. */
export const menus = {
  Menus: 'Menüs',
  'Menu entry': 'Menüeintrag',
  'What readers find in the header and the footer of every page. Changes apply immediately.':
    'Was Leser im Kopf- und im Fußbereich jeder Seite finden. Änderungen gelten sofort.',
  'No entries: readers see the tags with the most posts.':
    'Keine Einträge: Leser sehen die Schlagwörter mit den meisten Beiträgen.',
  'No entries: readers see the published pages.': 'Keine Einträge: Leser sehen die veröffentlichten Seiten.',
  'Start with what readers see now': 'Mit dem beginnen, was Leser jetzt sehen',
  'Add entry': 'Eintrag hinzufügen',
  'At most {count} in a menu.': 'Höchstens {count} je Menü.',
  'Leads to': 'Führt zu',
  'Label##link': 'Beschriftung',
  'The address below': 'Zur Adresse darunter',
  'Newest posts': 'Neueste Beiträge',
  'As it is': 'Wie bisher',
  'Of another website, or a path of this one such as /archive. A post, page, tag or series of this site is followed when its address changes.':
    'Von einer anderen Website, oder ein Pfad dieser Website wie /archive. Einem Beitrag, einer Seite, einem Schlagwort oder einer Serie dieser Website folgt der Eintrag, wenn sich die Adresse ändert.',
  'Without one, the title of the page, post, tag or series, also when it changes.':
    'Ohne sie der Titel der Seite, des Beitrags, des Schlagworts oder der Serie, auch wenn er sich ändert.',
  'Move “{name}” up': '„{name}“ nach oben verschieben',
  'Move “{name}” down': '„{name}“ nach unten verschieben',
  'Indent “{name}”': '„{name}“ einrücken',
  'Outdent “{name}”': '„{name}“ ausrücken',
  'Remove “{name}”': '„{name}“ entfernen',
  'Deleted: readers do not see this entry.': 'Gelöscht: Leser sehen diesen Eintrag nicht.',
  'No published post has this tag: readers see the entry once one has.':
    'Kein veröffentlichter Beitrag hat dieses Schlagwort: Leser sehen den Eintrag, sobald einer es hat.',
  'No published post is in this series: readers see the entry once one is.':
    'Kein veröffentlichter Beitrag ist in dieser Serie: Leser sehen den Eintrag, sobald einer es ist.',
  'A draft: readers see the entry once it is published.':
    'Ein Entwurf: Leser sehen den Eintrag nach der Veröffentlichung.',
  'Scheduled: readers see the entry once it is published.':
    'Geplant: Leser sehen den Eintrag nach der Veröffentlichung.',
  'Private: readers see the entry once it is published.': 'Privat: Leser sehen den Eintrag nach der Veröffentlichung.',
  'No longer published: readers see the entry once it is published again.':
    'Nicht mehr veröffentlicht: Leser sehen den Eintrag nach einer neuen Veröffentlichung.',
  'In the trash: readers see the entry once it is restored and published.':
    'Im Papierkorb: Leser sehen den Eintrag, sobald das Ziel wiederhergestellt und veröffentlicht ist.',

  'The menu has what readers saw there. Change it as you like.':
    'Das Menü hat, was Leser dort gesehen haben. Ändern Sie es nach Belieben.',
  'Readers see nothing there yet. Add the first entry below.':
    'Leser sehen dort noch nichts. Fügen Sie unten den ersten Eintrag hinzu.',
  'This menu has entries already. Nothing was added.': 'Dieses Menü hat schon Einträge. Nichts wurde hinzugefügt.',
  'Added: “{name}”.': 'Hinzugefügt: „{name}“.',
  'Saved: “{name}”.': 'Gespeichert: „{name}“.',
  'Removed: “{name}”.': 'Entfernt: „{name}“.',
  '“{name}” is now {standing} of {of}.': '„{name}“ ist jetzt {standing} von {of}.',
  '“{name}” is now {standing} of {of} beneath “{parent}”.': '„{name}“ ist jetzt {standing} von {of} unter „{parent}“.',
  'A menu has at most {count} entries. Remove one first.':
    'Ein Menü hat höchstens {count} Einträge. Entfernen Sie zuerst einen.',
  'Use at most {count} characters for the label.': 'Verwenden Sie höchstens {count} Zeichen für die Beschriftung.',
  'Use at most {count} characters for the address.': 'Verwenden Sie höchstens {count} Zeichen für die Adresse.',
  'Enter a label: an address has no title.': 'Geben Sie eine Beschriftung ein: Eine Adresse hat keinen Titel.',
  'Choose what it leads to, or enter an address.': 'Wählen Sie, wohin er führt, oder geben Sie eine Adresse ein.',
  'Choose what it leads to or enter an address, not both.':
    'Wählen Sie, wohin er führt, oder geben Sie eine Adresse ein, nicht beides.',
  'This no longer exists. Choose something else.': 'Das gibt es nicht mehr. Wählen Sie etwas anderes.',
  'Enter an address that starts with https:// or http://, or a path of this site that starts with /.':
    'Geben Sie eine Adresse ein, die mit https:// oder http:// beginnt, oder einen Pfad dieser Website, der mit / beginnt.',
  'This entry is not in the menu any more.': 'Dieser Eintrag ist nicht mehr im Menü.',
  'Someone else changed this menu while you had it open. Nothing of theirs was lost: look at it as it is now, and do it again if you still want to.':
    'Jemand anderes hat dieses Menü geändert, während Sie es geöffnet hatten. Davon ging nichts verloren: Sehen Sie es sich an, wie es jetzt ist, und wiederholen Sie Ihre Änderung, wenn Sie sie noch wollen.',
  'Choose an entry and what to do with it.': 'Wählen Sie einen Eintrag und was damit geschehen soll.',
  'It is the first one already.': 'Er ist schon der erste.',
  'It is the last one already.': 'Er ist schon der letzte.',
  'Entries can be nested one level deep.': 'Einträge können eine Ebene tief verschachtelt werden.',
  'The first entry has none above it to stand beneath.':
    'Über dem ersten Eintrag ist keiner, unter dem er stehen könnte.',
  'It has entries beneath it, and entries can be nested one level deep.':
    'Unter ihm stehen Einträge, und Einträge können nur eine Ebene tief verschachtelt werden.',
  'It stands beneath no other entry.': 'Er steht unter keinem anderen Eintrag.',
};
