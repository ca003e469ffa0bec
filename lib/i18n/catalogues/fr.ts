import type { Catalogue } from '../catalogue';

export const fr: Catalogue = {
  'layout.skip': 'Aller au contenu',
  'layout.mainNavigation': 'Navigation principale',
  'layout.footer': 'Pied de page',
  'layout.archive': 'Archives',
  'layout.search': 'Recherche',
  'layout.account': 'Compte',
  'layout.signIn': 'Se connecter',
  'layout.unread':
    '{count, plural, one {notification non lue} many {de notifications non lues} other {notifications non lues}}',
  'layout.advertise': 'Annoncer',
  'layout.feed': 'Flux RSS',

  'theme.label': 'Thème',
  'theme.system': 'Système',
  'theme.light': 'Clair',
  'theme.dark': 'Sombre',

  'notFound.head': 'Introuvable',
  'notFound.kicker': 'Erreur 404',
  'notFound.title': 'Page introuvable',
  'notFound.intro':
    'La page a peut-être été déplacée ou supprimée, ou l’adresse est mal saisie. Recherchez-la, parcourez les <archive>archives</archive> ou revenez à la <home>page d’accueil</home>.',
  'notFound.newest': 'Les plus récents',

  'list.page': 'Page {page} sur {pages}',
  'list.pages': 'Pages',
  'list.pageLink': 'Page {page}',
  'list.titleOfPage': '{title} (page {page})',
  'list.newerPosts': 'Articles plus récents',
  'list.olderPosts': 'Articles plus anciens',
  'list.newerCorrections': 'Corrections plus récentes',
  'list.olderCorrections': 'Corrections plus anciennes',
  'list.description': 'Articles de {site}',

  'home.empty': 'Rien n’a encore été publié ici. Revenez bientôt.',

  'tag.kicker': 'Étiquette',
  'tag.empty': 'Aucun article avec cette étiquette pour l’instant.',

  'author.kicker': 'Auteur',
  'author.empty': 'Aucun article de cet auteur pour l’instant.',

  'archive.empty': 'Rien n’a encore été publié.',
  'archive.posts': '{count, plural, one {# article} many {# d’articles} other {# articles}}',
  'archive.allOf': 'Toute l’année {year}',
  'archive.allYears': 'Toutes les années',

  'post.pinned': 'Épinglé',
  'post.by': 'Par {authors}',
  'post.updated': 'Mis à jour le {date}',
  'post.readingTime': '{count, plural, one {# min de lecture} many {# min de lecture} other {# min de lecture}}',
  'post.comments': '{count, plural, one {# commentaire} many {# de commentaires} other {# commentaires}}',
  'post.neighbours': 'Article précédent et suivant',
  'post.previous': 'Article précédent',
  'post.next': 'Article suivant',
  'post.tags': 'Étiquettes',

  'search.label': 'Rechercher sur ce site',
  'search.button': 'Rechercher',
  'search.more': 'Plus de résultats',
  'search.none': 'Aucun résultat pour « {question} ».',
  'search.corrected': 'Aucun résultat pour « {question} ». Voici les résultats pour « {corrected} ».',
  'search.moreFor': 'Plus de résultats pour « {question} ».',
  'search.noMore': 'Pas d’autres résultats pour « {question} ».',
  'search.best': 'Résultats pour « {question} », les plus pertinents d’abord.',
  'search.results':
    '{count, plural, one {Un résultat pour « {question} ».} many {# de résultats pour « {question} ».} other {# résultats pour « {question} ».}}',
  'search.advice': 'Essayez avec moins de mots ou d’autres mots, ou parcourez les <archive>archives</archive>.',
};
