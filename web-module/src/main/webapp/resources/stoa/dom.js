/**
 * Builds elements without markup in strings: text stays text, whatever it holds.
 *
 * element('a', {href: '/jobs', class: 'button'}, 'Jobs') makes <a href="/jobs" class="button">Jobs</a>.
 * Properties that begin with "on" are listeners; false, null and undefined leave an attribute out.
 */
export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) {
      node.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(key, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const assets = new URL('.', import.meta.url).href;
const SVG = 'http://www.w3.org/2000/svg';

/** The icon of the sprite with this name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${assets}icons.svg#${name}`);
  svg.append(use);
  return svg;
}
