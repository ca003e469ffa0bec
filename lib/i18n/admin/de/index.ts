import type { Words } from '../admin-text';
import { answers } from './answers';
import { audit } from './audit';
import { blocks } from './blocks';
import { campaigns } from './campaigns';
import { comments } from './comments';
import { common } from './common';
import { dashboard } from './dashboard';
import { editor } from './editor';
import { exports } from './export';
import { identity } from './identity';
import { imports } from './import';
import { importAds } from './import-ads';
import { importPosts } from './import-posts';
import { importReports } from './import-reports';
import { importTexts } from './import-texts';
import { looks } from './looks';
import { media } from './media';
import { menus } from './menus';
import { moderation } from './moderation';
import { navigation } from './navigation';
import { notes } from './notes';
import { pageTree } from './page-tree';
import { people } from './people';
import { posts } from './posts';
import { redirects } from './redirects';
import { removal } from './removal';
import { sellers } from './sellers';
import { series } from './series';
import { settings } from './settings';
import { siteCode } from './site-code';
import { slots } from './slots';
import { slotsAnswers } from './slots-answers';
import { slotsCode } from './slots-code';
import { slotsFields } from './slots-fields';
import { slotsFindings } from './slots-findings';
import { slotsLineItems } from './slots-line-items';
import { statistics } from './statistics';
import { status } from './status';
import { tags } from './tags';
import { users } from './users';
import { visibility } from './visibility';

/** The German texts by area; each English text stands in one of them. */
export const germanByArea = {
  common,
  navigation,
  dashboard,
  pageTree,
  people,
  posts,
  notes,
  editor,
  blocks,
  media,
  tags,
  series,
  menus,
  looks,
  users,
  visibility,
  imports,
  exports,
  importPosts,
  importReports,
  importAds,
  siteCode,
  importTexts,
  slots,
  slotsFields,
  slotsLineItems,
  slotsCode,
  slotsFindings,
  slotsAnswers,
  campaigns,
  removal,
  sellers,
  statistics,
  redirects,
  identity,
  settings,
  comments,
  moderation,
  status,
  answers,
  audit,
} satisfies Record<string, Words>;

/**
 * The admin in German. Buttons are infinitives ("Speichern"); where somebody has to be addressed, it is "Sie". One word
 * for one thing:
 *
 * ad slot: Werbeplatz · ad network: Werbenetzwerk · alt text: Alternativtext · appeal: Einspruch · approve: freigeben ·
 * approval: Freigabe · archive: Archiv · author: Autor · block (of a text): Block · campaign: Kampagne · code: Code ·
 * comment: Kommentar · correction: Korrektur · dashboard: Dashboard · delete: löschen · device: Gerät · disable:
 * deaktivieren · draft: Entwurf · editor (program): Editor · enable: aktivieren · excerpt: Textauszug · export: Export ·
 * featured image: Beitragsbild · hold (a comment): zurückhalten · import: Import, importieren · invitation:
 * Einladung · line item: Werbebuchung · media library: Mediathek · page: Seite · pending: ausstehend · permanently:
 * endgültig · post: Beitrag · preview: Vorschau · publish: veröffentlichen · published: veröffentlicht · reader: Leser ·
 * redirect: Weiterleitung · referrer: Verweis · remove: entfernen · reply: Antwort · report (of a comment): Meldung ·
 * report (of a campaign): Bericht · restore: wiederherstellen · revision, version: Version · rule: Regel · save:
 * speichern · schedule: planen · scheduled: geplant · seller: Verkäufer · settings: Einstellungen · site: Website · slug:
 * Titelform · spam: Spam · staff: Team · statistics: Statistik · suspend: sperren · tag: Schlagwort · trash: Papierkorb ·
 * undo: rückgängig machen · upload: hochladen · URL: Adresse · user: Benutzer · view: Aufruf.
 */
export const german: Words = Object.assign({}, ...Object.values(germanByArea));
