/**
 * The list of jobs: renewed when a job changes, at most twice a second however many change; and what
 * is done with several jobs at once. What was chosen stays chosen when the list is renewed.
 */
import {send} from './api.js';
import {announce} from './frame.js';
import {element} from './dom.js';
import {problemNote} from './problem.js';
import {renew} from './swap.js';
import {number, say} from './words.js';

const list = document.getElementById('jobs');
const bar = document.getElementById('bulk');
const problems = document.getElementById('bulk-problems');
const ask = document.getElementById('bulk-ask');
const cancel = document.getElementById('bulk-cancel');
const repeat = document.getElementById('bulk-repeat');
const chosen = new Set();
let last = null;
let due = false;

const boxes = () => [...document.querySelectorAll('[data-choose]')];
const running = (box) => box.dataset.state === 'QUEUED' || box.dataset.state === 'RUNNING';
const repeatable = (box) => box.dataset.state === 'FAILED' || box.dataset.state === 'CANCELLED';
const picked = (fits) => boxes().filter((box) => chosen.has(box.dataset.choose) && fits(box));

/** Puts what is chosen onto the boxes, and what can be done with it onto the bar. */
function show() {
  const all = boxes();
  const there = new Set(all.map((box) => box.dataset.choose));
  [...chosen].filter((id) => !there.has(id)).forEach((id) => chosen.delete(id));
  for (const box of all) {
    box.checked = chosen.has(box.dataset.choose);
    box.closest('tr').toggleAttribute('data-chosen', box.checked);
  }
  const head = document.querySelector('[data-choose-all]');
  if (head) {
    head.checked = chosen.size > 0 && chosen.size === all.length;
    head.indeterminate = chosen.size > 0 && chosen.size < all.length;
  }
  bar.hidden = chosen.size === 0;
  document.getElementById('bulk-count').textContent = say('bulk.count', chosen.size);
  offer(cancel, 'bulk.cancel', picked(running).length);
  offer(repeat, 'bulk.repeat', picked(repeatable).length);
}

function offer(button, words, count) {
  if (button) {
    button.hidden = count === 0;
    button.querySelector('span').textContent = say(words, count);
  }
}

function choose(box, on) {
  if (on) {
    chosen.add(box.dataset.choose);
  } else {
    chosen.delete(box.dataset.choose);
  }
}

/** With shift, all from the last one that was clicked to this one. */
function toggle(box, shift) {
  const all = boxes();
  const from = all.findIndex((other) => other.dataset.choose === last);
  const to = all.indexOf(box);
  const range = shift && from >= 0 ? all.slice(Math.min(from, to), Math.max(from, to) + 1) : [box];
  range.forEach((one) => choose(one, box.checked));
  last = box.dataset.choose;
  show();
  announce(say('bulk.count', chosen.size));
}

function clear() {
  chosen.clear();
  show();
}

/** Does the same to each job, one after the other, and tells which were refused and why. */
async function each(jobs, act, done) {
  const refused = [];
  const asked = jobs.map((box) => box.dataset.choose);
  const stay = new Set();
  bar.setAttribute('aria-busy', 'true');
  for (const id of asked) {
    try {
      await send('POST', `/jobs/${id}/${act}`);
    } catch (failure) {
      stay.add(id);
      refused.push(say('bulk.refusedOne', id, failure.message));
    }
  }
  bar.removeAttribute('aria-busy');
  [...chosen].filter((id) => !stay.has(id)).forEach((id) => chosen.delete(id));
  problems.replaceChildren(...(refused.length === 0 ? []
    : [problemNote({title: say('bulk.refused', refused.length, asked.length), detail: refused.join(' ')})]));
  if (refused.length < asked.length) {
    announce(say(done, asked.length - refused.length));
  }
  await renewed();
}

function askToCancel() {
  const jobs = picked(running);
  document.getElementById('bulk-ask-title').textContent = jobs.length === 1 ? say('bulk.cancelOne') : say('bulk.cancelMany', jobs.length);
  document.getElementById('bulk-ask-list').replaceChildren(...jobs.map((box) =>
    element('li', {}, box.closest('tr').querySelector('th').innerText)));
  ask.returnValue = '';
  ask.showModal();
}

async function renewed() {
  const focused = document.activeElement?.dataset.choose;
  await renew('jobs');
  if (bar) {
    show();
  }
  if (focused) {
    boxes().find((box) => box.dataset.choose === focused)?.focus();
  }
}

function watchChoice() {
  document.addEventListener('click', (event) => {
    if (event.target.matches?.('[data-choose]')) {
      toggle(event.target, event.shiftKey);
    } else if (event.target.matches?.('[data-choose-all]')) {
      boxes().forEach((box) => choose(box, event.target.checked));
      show();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && chosen.size > 0 && !document.querySelector('dialog[open]')) {
      clear();
    }
  });
  document.getElementById('bulk-clear').addEventListener('click', clear);
  repeat?.addEventListener('click', () => each(picked(repeatable), 'repeat', 'bulk.repeated'));
  cancel?.addEventListener('click', askToCancel);
  ask.addEventListener('close', () => ask.returnValue === 'cancel' && each(picked(running), 'cancel', 'bulk.cancelled'));
  show();
}

/** Goes through all jobs that fit, a part at a time, and tells how far it is. */
async function allThatFit(button) {
  const {act, state} = button.dataset;
  const given = new URLSearchParams(location.search);
  const text = given.get('text') || undefined;
  const which = {state, kind: given.get('kind') || undefined, key: given.get('key') || undefined, batch: given.get('batch') || undefined, error: text};
  let [done, refused] = [0, 0];
  button.disabled = true;
  try {
    for (let after = undefined; after !== null;) {
      const part = await send('POST', `/jobs/bulk/${act}`, {...which, after});
      done += part.done;
      refused += part.refused;
      after = part.next ?? null;
      announce(say('bulk.all.under', number(done)));
    }
    announce(say('bulk.all.done', number(done), number(refused)));
    problems.replaceChildren(element('p', {class: 'note', role: 'status'}, say('bulk.all.done', number(done), number(refused))));
  } catch (failure) {
    problems.replaceChildren(problemNote(failure.problem ?? {title: say('problem.title'), detail: failure.message}));
  }
  button.disabled = false;
  await renewed();
}

function watchAll(button) {
  const sure = document.getElementById('bulk-all-ask');
  button.addEventListener('click', () => {
    sure.returnValue = '';
    sure.showModal();
  });
  sure.addEventListener('close', () => sure.returnValue === 'go' && allThatFit(button));
}

if (document.getElementById('bulk-all')) {
  watchAll(document.getElementById('bulk-all'));
}

if (bar) {
  watchChoice();
}

if (list?.dataset.live === 'true') {
  document.addEventListener('stoa:job', () => {
    if (!due) {
      due = true;
      setTimeout(async () => {
        due = false;
        await renewed();
      }, 500);
    }
  });
}
