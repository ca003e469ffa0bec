/** What is said of ads that are taken over from other systems. */
export const importAds = {
  'It rotated with others of its block.': 'Die Anzeige wechselte sich mit anderen ihres Blocks ab.',
  'It was in the head of every page.': 'Sie stand im Kopf jeder Seite.',
  'It was at the end of every page.': 'Sie stand am Ende jeder Seite.',
  'It was switched off.': 'Sie war ausgeschaltet.',
  'Its paragraph (“{paragraph}”) is unknown.': 'Ihr Absatz („{paragraph}“) ist unbekannt.',
  'It was limited by {lists}, which was not imported.': 'Sie war eingeschränkt ({lists}); das wurde nicht importiert.',
  'It was also in “{place}”.': 'Sie stand auch in „{place}“.',
  'It was also in another place.': 'Sie stand auch an einer anderen Stelle.',
  'It was also in {count} other places.': 'Sie stand auch an {count} anderen Stellen.',
  'It was a draft.': 'Sie war ein Entwurf.',
  'Its display conditions were not imported.': 'Ihre Anzeigebedingungen wurden nicht importiert.',
  'Its visitor conditions were not imported.': 'Ihre Besucherbedingungen wurden nicht importiert.',
  'It rotated with others of its group.': 'Sie wechselte sich mit anderen ihrer Gruppe ab.',
  'Its position in the text is unknown.': 'Ihre Stelle im Text ist unbekannt.',
  'It was counted by <{tag}>: check the block number.': 'Gezählt wurde nach <{tag}>: Prüfen Sie die Nummer des Blocks.',
  'Groups are not imported, their ads are, one by one: {names}.':
    'Gruppen werden nicht importiert, ihre Anzeigen einzeln: {names}.',
  'The AdSense gadget “{name}” holds no code in a theme. Make a unit in AdSense and paste its code into a slot.':
    'Das AdSense-Gadget „{name}“ enthält in einem Theme keinen Code. Legen Sie in AdSense einen Anzeigenblock an und fügen Sie seinen Code in einen Werbeplatz ein.',
  'It was in the head of the theme: AdSense’s automatic ads.':
    'Sie stand im Kopf des Themes: automatische Anzeigen von AdSense.',
  'No ad was found in this file.': 'In dieser Datei wurde keine Anzeige gefunden.',
  'Only the first {most} of {count} ads were imported.':
    'Nur die ersten {most} von {count} Anzeigen wurden importiert.',
  'Its placement is unknown: move it to another slot if this one is wrong.':
    'Ihre Platzierung ist unbekannt: Verschieben Sie sie, wenn dieser Werbeplatz falsch ist.',
  'Choose a file, or paste the settings that you exported.':
    'Wählen Sie eine Datei oder fügen Sie die exportierten Einstellungen ein.',
  'These ad settings are not recognised. Masthead reads exports of Ad Inserter, Advanced Ads (XML) and WP QUADS (JSON), and Blogger themes (XML). Nothing was imported.':
    'Diese Anzeigeneinstellungen wurden nicht erkannt. Masthead liest Exporte von Ad Inserter, Advanced Ads (XML) und WP QUADS (JSON) und Themes von Blogger (XML). Es wurde nichts importiert.',
};
