/** Quick search: "/" opens a list of pages and studies; typing narrows it, Enter goes there. */
import {get} from './api.js';
import {say} from './words.js';
import {element, icon} from './dom.js';

const SHOWN = 40;
let places = null;
let dialog = null;
let chosen = 0;

function pages() {
  return [...document.querySelectorAll('.rail a.rail-room')].map((link) => ({
    word: link.textContent.trim(),
    kind: say('search.page'),
    icon: link.querySelector('use').getAttribute('href').split('#')[1],
    address: link.getAttribute('href'),
  }));
}

async function studies() {
  const found = [];
  let path = '/studies?limit=200';
  while (path) {
    const {body, next} = await get(path);
    found.push(...(body.items ?? body));
    path = next;
  }
  return found.map((study) => ({
    word: `${study.code} ${study.title}`,
    kind: say('search.study'),
    icon: 'study',
    address: `/studies/${study.id}`,
  }));
}

function matching(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return places.filter((place) => words.every((word) => place.word.toLowerCase().includes(word))).slice(0, SHOWN);
}

function show() {
  const input = dialog.querySelector('input');
  const found = matching(input.value);
  chosen = Math.max(0, Math.min(chosen, found.length - 1));
  const options = found.map((place, index) =>
    element('li', {class: 'palette-option', role: 'option', id: `palette-${index}`,
      'aria-selected': String(index === chosen), 'data-address': place.address, onclick: () => location.assign(place.address)},
      icon(place.icon), element('span', {}, place.word), element('span', {class: 'palette-option-end'}, place.kind)));
  const list = dialog.querySelector('.palette-list');
  list.replaceChildren(...options);
  dialog.querySelector('.palette-none').hidden = found.length > 0;
  input.setAttribute('aria-activedescendant', found.length ? `palette-${chosen}` : '');
  list.children[chosen]?.scrollIntoView({block: 'nearest'});
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
    dialog.querySelector('[aria-selected="true"]')?.click();
  }
}

function build() {
  dialog = element('dialog', {class: 'palette', 'aria-label': say('search.title')},
    element('input', {class: 'palette-input', type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'palette-list',
      'aria-autocomplete': 'list', 'aria-label': say('search.title'), placeholder: say('search.placeholder'), autocomplete: 'off',
      spellcheck: 'false', onkeydown: steer, oninput: () => { chosen = 0; show(); }}),
    element('ul', {class: 'palette-list', role: 'listbox', id: 'palette-list', 'aria-label': say('search.title')}),
    element('p', {class: 'palette-none', hidden: true, role: 'status'}, say('search.none')));
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
}

async function open() {
  if (!dialog) {
    build();
  }
  places ??= pages();
  chosen = 0;
  dialog.querySelector('input').value = '';
  show();
  dialog.showModal();
  places = [...pages(), ...await studies().catch(() => [])];
  show();
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
