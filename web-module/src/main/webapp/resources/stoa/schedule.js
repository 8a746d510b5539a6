/** The page of one schedule: kept up to date, paused, resumed, run and removed. */
import {send} from './api.js';
import {announce} from './frame.js';
import {watch} from './live.js';
import {problemNote} from './problem.js';
import {renew} from './swap.js';
import {say} from './words.js';

const page = document.getElementById('schedule');
const address = `/schedules/${page.dataset.schedule}`;
const problem = document.getElementById('schedule-problem');
const ask = document.getElementById('schedule-remove');
const name = document.getElementById('schedule-remove-name');
let due = false;
let removed = false;

function renewAll() {
  return renew('schedule-state', 'schedule-actions', 'schedule-alert', 'schedule-coming', 'schedule-history', 'schedule-facts');
}

function soon() {
  if (!due && !removed) {
    due = true;
    setTimeout(() => {
      due = false;
      return removed || renewAll();
    }, 1000);
  }
}

async function attempt(action) {
  try {
    problem.replaceChildren();
    await action();
  } catch (failure) {
    problem.replaceChildren(problemNote(failure.problem ?? {detail: failure.message}));
  }
}

async function act(what) {
  const answer = await send('POST', `${address}/${what}`);
  if (what === 'runs') {
    announce(answer.job ? say('schedule.started', answer.job) : say('schedule.held'));
  }
  await renewAll();
}

async function remove() {
  const {version} = document.querySelector('[data-act="remove"]').dataset;
  removed = true;
  try {
    await send('DELETE', address, undefined, {'If-Match': `"${version}"`});
    location.assign('/schedules');
  } catch (failure) {
    removed = false;
    throw failure;
  }
}

document.addEventListener('click', (event) => {
  const what = event.target.closest?.('[data-act]')?.dataset.act;
  if (what === 'remove') {
    name.value = '';
    ask.returnValue = '';
    ask.showModal();
  } else if (what) {
    attempt(() => act(what));
  }
});
name?.addEventListener('input', () => {
  document.getElementById('schedule-remove-yes').disabled = name.value.trim() !== page.dataset.name;
});
ask?.addEventListener('close', () => ask.returnValue === 'remove' && attempt(remove));
watch('schedules', {event: (news) => news.schedule === page.dataset.schedule && soon(), reload: soon});
