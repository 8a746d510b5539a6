/** The bell: jobs that ended, and how many of them since it was looked at last. */
import {get} from './api.js';
import {watch} from './live.js';
import {say} from './words.js';
import {element} from './dom.js';
import {ended, kindOf, stateBadge} from './job.js';
import {timeOf} from './times.js';

const SEEN = 'stoa-bell-seen';
const SHOWN = 12;
const panel = document.getElementById('bell-panel');
const list = document.getElementById('bell-list');
const count = document.getElementById('bell-count');
const bell = document.getElementById('bell');
let jobs = [];
let begun = false;

function seenAt() {
  return Number(localStorage.getItem(SEEN) ?? Date.now());
}

function showCount() {
  const unseen = jobs.filter((job) => Date.parse(job.finishedAt) > seenAt()).length;
  count.textContent = unseen > 9 ? '9+' : String(unseen);
  count.hidden = unseen === 0;
  bell.setAttribute('aria-label', unseen ? say('bell.unseen', unseen) : say('bell.title'));
}

function showList() {
  if (jobs.length === 0) {
    list.replaceChildren(element('li', {class: 'list-item muted'}, say('bell.none')));
    return;
  }
  list.replaceChildren(...jobs.slice(0, SHOWN).map((job) => element('li', {},
    element('a', {class: 'list-item', href: `/jobs/${job.id}`},
      element('span', {class: 'list-item-main'}, `${kindOf(job)} `, element('span', {class: 'muted'}, `#${job.id}`)),
      element('span', {class: 'list-item-end'}, stateBadge(job.state), timeOf(job.finishedAt))))));
}

async function read() {
  const {body} = await get('/jobs?limit=50');
  jobs = (body.items ?? body).filter(ended).sort((a, b) => Date.parse(b.finishedAt) - Date.parse(a.finishedAt));
  showCount();
  showList();
  if (begun) {
    document.dispatchEvent(new CustomEvent('stoa:job', {detail: null}));
  }
  begun = true;
}

function take(job) {
  if (ended(job)) {
    jobs = [job, ...jobs.filter((other) => other.id !== job.id)];
    showCount();
    showList();
  }
  document.dispatchEvent(new CustomEvent('stoa:job', {detail: job}));
}

export function watchBell() {
  if (!bell) {
    return;
  }
  if (localStorage.getItem(SEEN) === null) {
    localStorage.setItem(SEEN, String(Date.now()));
  }
  panel.addEventListener('toggle', (event) => {
    if (event.newState === 'open') {
      localStorage.setItem(SEEN, String(Date.now()));
      showCount();
    }
  });
  watch('jobs', {event: take, reload: read});
}
