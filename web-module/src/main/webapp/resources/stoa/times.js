/** Keeps "3 min ago" true while a page is open, and puts the person's zone into the hover text. */
import {ago, exactly} from './words.js';
import {element} from './dom.js';

function refresh(root) {
  for (const node of root.querySelectorAll('time[datetime]:not([data-exact])')) {
    const date = new Date(node.dateTime);
    if (!Number.isNaN(date.getTime())) {
      const words = ago(date);
      if (node.textContent !== words) {
        node.textContent = words;
      }
      node.title = exactly(date);
    }
  }
}

/** A time element for an ISO instant. */
export function timeOf(instant) {
  const date = new Date(instant);
  return element('time', {datetime: instant, title: exactly(date)}, ago(date));
}

export function keepTimes() {
  refresh(document);
  setInterval(() => refresh(document), 20000);
}
