/** Quick search: "/" opens a list of pages and studies; typing narrows it, Enter goes there. */
import {get} from './api.js';
import {say} from './words.js';
import {element, icon} from './dom.js';

const SHOWN = 20;
const PAUSE = 120;
let places = [];
let dialog = null;
let chosen = 0;
let asked = 0;
let pause = 0;
let search = Promise.resolve();

function pages() {
  return [...document.querySelectorAll('.rail a.rail-room')].map((link) => ({
    word: link.textContent.trim(),
    kind: say('search.page'),
    icon: link.querySelector('use').getAttribute('href').split('#')[1],
    address: link.getAttribute('href'),
  }));
}

/** Studies whose code or title has the words; the newest when there are none. */
async function studies(query) {
  const {body} = await get(`/studies?limit=${SHOWN}&text=${encodeURIComponent(query)}`);
  return body.map((study) => ({
    word: `${study.code} ${study.title}`,
    kind: say('search.study'),
    icon: 'study',
    address: `/studies/${study.id}`,
  }));
}

function find() {
  clearTimeout(pause);
  pause = 0;
  search = look();
}

async function look() {
  const query = dialog.querySelector('input').value.trim();
  const turn = ++asked;
  const words = query.toLowerCase();
  const fitting = pages().filter((page) => page.word.toLowerCase().includes(words));
  if (places.length === 0) {
    places = fitting;
    show();
  }
  let found = [];
  let trouble = '';
  try {
    found = await studies(query);
  } catch (failure) {
    trouble = failure.message;
  }
  if (turn === asked) {
    places = [...fitting, ...found];
    show(trouble);
  }
}

function show(trouble = '') {
  const input = dialog.querySelector('input');
  chosen = Math.max(0, Math.min(chosen, places.length - 1));
  const options = places.map((place, index) =>
    element('li', {class: 'palette-option', role: 'option', id: `palette-${index}`,
      'aria-selected': String(index === chosen), 'data-address': place.address, onclick: () => location.assign(place.address)},
      icon(place.icon), element('span', {}, place.word), element('span', {class: 'palette-option-end'}, place.kind)));
  const list = dialog.querySelector('.palette-list');
  list.replaceChildren(...options);
  const told = dialog.querySelector('.palette-none');
  told.textContent = trouble || (places.length === 0 ? say('search.none') : '');
  told.hidden = !told.textContent;
  input.setAttribute('aria-activedescendant', places.length ? `palette-${chosen}` : '');
  list.children[chosen]?.scrollIntoView({block: 'nearest'});
}

/** Goes to what is chosen of what fits the words, which may have to be found yet. */
async function choose() {
  if (pause) {
    find();
  }
  await search;
  dialog.querySelector('[aria-selected="true"]')?.click();
}

function steer(event) {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (step) {
    event.preventDefault();
    const count = dialog.querySelectorAll('.palette-option').length;
    chosen = count ? (chosen + step + count) % count : 0;
    show();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    choose();
  }
}

function typed() {
  chosen = 0;
  clearTimeout(pause);
  pause = setTimeout(find, PAUSE);
}

function build() {
  dialog = element('dialog', {class: 'palette', 'aria-label': say('search.title')},
    element('input', {class: 'palette-input', type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'palette-list',
      'aria-autocomplete': 'list', 'aria-label': say('search.title'), placeholder: say('search.placeholder'), autocomplete: 'off',
      spellcheck: 'false', onkeydown: steer, oninput: typed}),
    element('ul', {class: 'palette-list', role: 'listbox', id: 'palette-list', 'aria-label': say('search.title')}),
    element('p', {class: 'palette-none', hidden: true, role: 'status'}));
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
}

function open() {
  if (!dialog) {
    build();
  }
  places = [];
  chosen = 0;
  dialog.querySelector('input').value = '';
  dialog.showModal();
  find();
}

function typing(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

export function watchSearch() {
  const entry = document.getElementById('search-entry');
  entry?.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    const slash = event.key === '/' && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key === 'k' && (event.ctrlKey || event.metaKey);
    if (entry && (slash || k)) {
      event.preventDefault();
      open();
    }
  });
}
