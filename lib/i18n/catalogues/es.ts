import type { Catalogue } from '../catalogue';

export const es: Catalogue = {
  'layout.skip': 'Saltar al contenido',
  'layout.mainNavigation': 'Principal',
  'layout.footer': 'Pie de página',
  'layout.archive': 'Archivo',
  'layout.search': 'Buscar',
  'layout.account': 'Cuenta',
  'layout.signIn': 'Iniciar sesión',
  'layout.unread':
    '{count, plural, one {notificación sin leer} many {de notificaciones sin leer} other {notificaciones sin leer}}',
  'layout.advertise': 'Anunciarse',
  'layout.feed': 'Canal RSS',

  'theme.label': 'Tema',
  'theme.system': 'Sistema',
  'theme.light': 'Claro',
  'theme.dark': 'Oscuro',

  'notFound.head': 'No se encuentra',
  'notFound.kicker': 'Error 404',
  'notFound.title': 'Página no encontrada',
  'notFound.intro':
    'Es posible que la página se haya movido o eliminado, o que la dirección contenga un error. Búsquela, consulte el <archive>archivo</archive> o vaya a la <home>página de inicio</home>.',
  'notFound.newest': 'Lo más reciente',

  'list.page': 'Página {page} de {pages}',
  'list.pages': 'Páginas',
  'list.pageLink': 'Página {page}',
  'list.titleOfPage': '{title} (página {page})',
  'list.newerPosts': 'Entradas más recientes',
  'list.olderPosts': 'Entradas anteriores',
  'list.newerCorrections': 'Correcciones más recientes',
  'list.olderCorrections': 'Correcciones anteriores',
  'list.description': 'Entradas de {site}',

  'home.empty': 'Aún no se ha publicado nada aquí. Vuelva pronto.',

  'tag.kicker': 'Etiqueta',
  'tag.empty': 'Aún no hay entradas con esta etiqueta.',

  'author.kicker': 'Autor',
  'author.empty': 'Aún no hay entradas de este autor.',

  'archive.empty': 'Aún no se ha publicado nada.',
  'archive.posts': '{count, plural, one {# entrada} many {# de entradas} other {# entradas}}',
  'archive.allOf': 'Todo {year}',
  'archive.allYears': 'Todos los años',

  'post.pinned': 'Fijada',
  'post.by': 'Por {authors}',
  'post.updated': 'Actualizado el {date}',
  'post.readingTime': '{count, plural, one {# min de lectura} many {# min de lectura} other {# min de lectura}}',
  'post.comments': '{count, plural, one {# comentario} many {# de comentarios} other {# comentarios}}',
  'post.neighbours': 'Entrada anterior y siguiente',
  'post.previous': 'Entrada anterior',
  'post.next': 'Entrada siguiente',
  'post.tags': 'Etiquetas',

  'search.label': 'Buscar en este sitio',
  'search.button': 'Buscar',
  'search.more': 'Más resultados',
  'search.none': 'No hay resultados para «{question}».',
  'search.corrected': 'No hay resultados para «{question}». Se muestran resultados para «{corrected}».',
  'search.moreFor': 'Más resultados para «{question}».',
  'search.noMore': 'No hay más resultados para «{question}».',
  'search.best': 'Resultados para «{question}», los más relevantes primero.',
  'search.results':
    '{count, plural, one {Un resultado para «{question}».} many {# de resultados para «{question}».} other {# resultados para «{question}».}}',
  'search.advice': 'Pruebe con menos palabras o con otras, o consulte el <archive>archivo</archive>.',
};
