// Search in the copy: files of a folder cannot be fetched, so the parts of the index are scripts that add themselves.
(() => {
  const place = document.querySelector('[data-parts]');
  const question = new URLSearchParams(location.search).get('q') || '';
  const input = document.getElementById('q');
  if (input) input.value = question;
  const plain = (text) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
  const terms = plain(question).match(/[\p{L}\p{N}]+/gu) || [];
  if (!place || terms.length === 0) return;
  const found = [];
  window.addToSearch = (entries) => {
    for (const entry of entries) {
      const [, title, , , words] = entry;
      const heading = plain(title);
      if (!terms.every((term) => heading.includes(term) || words.includes(term))) continue;
      found.push({ entry, rank: terms.filter((term) => heading.includes(term)).length });
    }
  };
  const load = (part) => {
    if (part > Number(place.dataset.parts)) return show();
    const script = document.createElement('script');
    script.src = `index-${part}.js`;
    for (const event of ['load', 'error']) script.addEventListener(event, () => load(part + 1));
    document.head.append(script);
  };
  const add = (parent, name, className, text = '') => {
    const made = parent.appendChild(document.createElement(name));
    if (className) made.className = className;
    made.textContent = text;
    made.dir = 'auto';
    return made;
  };
  const show = () => {
    found.sort((a, b) => b.rank - a.rank || (a.entry[3] < b.entry[3] ? 1 : -1));
    const list = add(document.createElement('div'), 'ol', 'search-results post-list');
    for (const { entry } of found.slice(0, 100)) {
      const [address, title, summary, day] = entry;
      const text = add(add(list, 'li', 'teaser'), 'div', 'teaser__text');
      add(add(text, 'h2', 'teaser__title'), 'a', '', title).href = address;
      add(text, 'p', 'teaser__summary', summary);
      add(text, 'p', 'byline', day);
    }
    const said = document.createElement('p');
    said.className = 'list-header__page';
    said.setAttribute('role', 'status');
    said.textContent = (found.length > 0 ? place.dataset.found : place.dataset.none).replace('{question}', question);
    place.replaceChildren(said, list);
  };
  load(1);
})();
