/** The frame of every page: theme, width of the rail, copying and saving, focus after a refused form. */
import {say} from './words.js';
import {element, icon} from './dom.js';

const YEAR = 365 * 24 * 3600;

function keep(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}

function watchTheme() {
  const buttons = document.querySelectorAll('[data-theme-choice]');
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const theme = button.dataset.themeChoice;
      document.documentElement.dataset.theme = theme;
      keep('stoa-theme', theme);
      for (const other of buttons) {
        other.setAttribute('aria-pressed', String(other === button));
      }
      document.dispatchEvent(new CustomEvent('stoa:theme'));
    });
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    document.dispatchEvent(new CustomEvent('stoa:theme')));
}

function watchRail() {
  const toggle = document.getElementById('rail-toggle');
  toggle?.addEventListener('click', () => {
    const narrow = document.documentElement.dataset.rail !== 'narrow';
    document.documentElement.dataset.rail = narrow ? 'narrow' : 'wide';
    keep('stoa-rail', narrow ? 'narrow' : 'wide');
    toggle.setAttribute('aria-pressed', String(narrow));
    dispatchEvent(new Event('resize'));
  });
}

/** What the shown cells of a table say; values as they are stored, where a cell knows them. */
function cellsOf(table) {
  const saying = (cell) => cell.dataset.value ?? cell.dataset.column ?? cell.querySelector('time')?.dateTime ?? cell.innerText.replace(/\s+/g, ' ').trim();
  return [...table.rows].map((row) => [...row.cells].filter((cell) => !cell.hidden && cell.dataset.aside === undefined).map(saying));
}

/** Tab-separated rows of a table, as spreadsheets take them. */
function rowsOf(table) {
  return cellsOf(table).map((row) => row.map((text) => harmless(text).replace(/\s+/g, ' ')).join('\t')).join('\n');
}

/** A text that a spreadsheet would run as a formula, with an apostrophe before it; numbers stay numbers. */
function harmless(text) {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(text) ? `'${text}` : text;
}

/** The same rows as CSV (RFC 4180), with a mark that makes spreadsheets read it as UTF-8. */
function csvOf(table) {
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${cellsOf(table).map((row) => row.map(harmless).map(quoted).join(',')).join('\r\n')}\r\n`;
}

function save(table, name) {
  const address = URL.createObjectURL(new Blob([csvOf(table)], {type: 'text/csv'}));
  const link = element('a', {href: address, download: `${name}.csv`});
  link.click();
  URL.revokeObjectURL(address);
}

function watchSaving() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-save-table]');
    if (button) {
      save(document.getElementById(button.dataset.saveTable), button.dataset.name);
    }
  });
}

/** Puts a menu at its button, on the side where there is room; it goes when the page is scrolled. */
function watchMenus() {
  const margin = 4;
  const least = 240;
  document.addEventListener('beforetoggle', (event) => {
    const menu = event.target;
    if (event.newState !== 'open' || !menu.classList.contains('menu-here')) {
      return;
    }
    const at = document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`).getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const below = innerHeight - at.bottom - margin;
    const above = below < least && at.top > below;
    const left = at.left + at.width / 2 < room / 2;
    menu.style.inset = [
      above ? 'auto' : `${at.bottom + margin}px`,
      left ? 'auto' : `${Math.max(margin, room - at.right)}px`,
      above ? `${innerHeight - at.top + margin}px` : 'auto',
      left ? `${Math.max(margin, at.left)}px` : 'auto'].join(' ');
    menu.style.maxWidth = `${(left ? room - at.left : at.right) - 2 * margin}px`;
    menu.style.maxHeight = `${(above ? at.top : below) - 3 * margin}px`;
    addEventListener('scroll', () => menu.hidePopover(), {once: true});
  }, true);
}

function confirmCopy(button) {
  const before = button.querySelector('.icon');
  const tick = icon('check');
  before?.replaceWith(tick);
  button.classList.add('is-copied');
  announce(say('copied'));
  setTimeout(() => {
    button.classList.remove('is-copied');
    tick.replaceWith(before ?? '');
  }, 1500);
}

function watchCopying() {
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy], [data-copy-table]');
    if (!button || button.classList.contains('is-copied')) {
      return;
    }
    const table = button.dataset.copyTable && document.getElementById(button.dataset.copyTable);
    try {
      await navigator.clipboard.writeText(table ? rowsOf(table) : button.dataset.copy);
      confirmCopy(button);
    } catch {
      announce(say('copy.failed'));
    }
  });
}

/** Tells something to those who do not see it. */
export function announce(words) {
  const place = document.getElementById('announcements');
  if (place) {
    place.textContent = words;
  }
}

export function watchFrame() {
  watchTheme();
  watchRail();
  watchMenus();
  watchCopying();
  watchSaving();
  document.querySelector('[data-focus]')?.focus();
}
