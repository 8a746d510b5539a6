/**
 * The drop zone of a study: takes files, sends them with progress, then follows the job that loads
 * them. The files of one drop are one load: either all of them become versions or none.
 */
import {API, HEADERS, askToSignIn, readProblem} from './api.js';
import {bytes, estimate, say} from './words.js';
import {element, icon} from './dom.js';
import {announce} from './frame.js';
import {follow, ended, kindOf, JobProgress, resultOf, stateBadge} from './job.js';
import {problemNote} from './problem.js';
import {renew} from './swap.js';

const KNOWN = /\.(csv|tsv|txt|xlsx|xlsm|xpt|json|ndjson|jsonl|dsjc|parquet|sas7bdat|zip)$/i;

const zone = document.getElementById('upload');
const status = document.getElementById('upload-status');
const input = document.getElementById('upload-files');
const study = zone?.dataset.study;

function refuse(detail) {
  status.replaceChildren(problemNote({title: say('upload.refused'), detail}));
}

/** Why the files cannot be sent, or null. The server checks again what is inside of them. */
function objection(files) {
  const limit = Number(zone.dataset.limit);
  const unknown = files.find((file) => !KNOWN.test(file.name));
  if (unknown) {
    return say('upload.unknown', unknown.name);
  }
  const empty = files.find((file) => file.size === 0);
  if (empty) {
    return say('upload.empty', empty.name);
  }
  const large = files.find((file) => file.size > limit);
  return large ? say('upload.large', large.name, bytes(large.size), bytes(limit)) : null;
}

function send(files) {
  const form = new FormData();
  files.forEach((file) => form.append('file', file, file.name));
  const request = new XMLHttpRequest();
  request.open('POST', `${API}/studies/${study}/uploads`);
  Object.entries(HEADERS).forEach(([name, value]) => request.setRequestHeader(name, value));
  showSending(request, files);
  request.send(form);
}

function showSending(request, files) {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const begun = Date.now();
  const bar = element('progress', {class: 'progress', max: '1', value: '0', 'aria-label': say('upload.sending')});
  const percent = element('span', {}, '0 %');
  const figures = element('span', {}, bytes(total));
  const names = files.length === 1 ? files[0].name : say('upload.files', files.length);
  const stayHere = (event) => event.preventDefault();
  addEventListener('beforeunload', stayHere);
  zone.hidden = true;
  status.replaceChildren(element('section', {class: 'card', 'aria-label': say('upload.sending')},
    element('div', {class: 'card-head'}, element('h2', {}, say('upload.sendingOf', names)),
      element('div', {class: 'card-head-end'},
        element('button', {type: 'button', class: 'button button-small', onclick: () => request.abort()}, say('upload.stop')))),
    element('div', {class: 'card-body'}, bar, element('div', {class: 'progress-line'}, percent, figures))));

  request.upload.addEventListener('progress', (event) => {
    const share = event.total ? event.loaded / event.total : 0;
    const spent = Date.now() - begun;
    const left = share > 0.02 && spent > 1500 ? say('job.left', estimate((spent * (1 - share)) / share)) : '';
    bar.value = share;
    percent.textContent = share < 1 ? `${Math.floor(share * 100)} %` : say('upload.storing');
    figures.textContent = [say('upload.amount', bytes(Math.min(total, event.loaded)), bytes(total)), share < 1 && left].filter(Boolean).join(' · ');
  });
  request.addEventListener('loadend', () => {
    removeEventListener('beforeunload', stayHere);
    zone.hidden = false;
    arrived(request);
  });
}

function arrived(request) {
  if (request.status === 202) {
    const job = request.getResponseHeader('Location').split('/').pop();
    rememberJob(job);
    showJob(job);
    announce(say('upload.sent'));
  } else if (request.status === 0) {
    status.replaceChildren(problemNote({title: say('upload.stopped'), detail: say('upload.stoppedLine')}));
  } else {
    if (request.status === 401) {
      askToSignIn();
    }
    status.replaceChildren(problemNote(readProblem(request.status, request.responseText)));
  }
}

/** Keeps the job in the address, so that the page shows it again after a reload. */
function rememberJob(job) {
  const address = new URL(location.href);
  if (job) {
    address.searchParams.set('job', job);
  } else {
    address.searchParams.delete('job');
  }
  history.replaceState(null, '', address);
}

function showJob(id) {
  const title = element('h2', {});
  const badge = element('span', {});
  const place = element('div', {class: 'card-body'});
  const outcome = element('div', {});
  const close = element('button', {type: 'button', class: 'button button-small button-quiet button-icon', hidden: true,
    'aria-label': say('upload.dismiss'), onclick: () => { rememberJob(null); status.replaceChildren(); }}, icon('close'));
  let progress = null;
  follow(id, (job) => {
    if (!progress) {
      progress = new JobProgress(job);
      place.append(progress.node);
      title.textContent = kindOf(job);
      status.replaceChildren(element('section', {class: 'card', 'aria-label': say('upload.job')},
        element('div', {class: 'card-head'}, title, badge,
          element('div', {class: 'card-head-end'}, element('a', {href: `/jobs/${id}`}, say('upload.details', id)), close)),
        place, outcome));
    }
    progress.update(job);
    if (badge.firstChild?.className !== `state state-${job.state}`) {
      badge.replaceChildren(stateBadge(job.state));
    }
    if (ended(job)) {
      close.hidden = false;
      showEnd(job, outcome);
    }
  });
}

function showEnd(job, outcome) {
  announce(`${kindOf(job)}: ${say(`state.${job.state}`)}`);
  const told = job.error ? element('div', {class: 'card-body'}, problemNote(job.error))
    : resultOf(job, (dataset) => `/studies/${study}/datasets/${dataset}`);
  outcome.replaceChildren(...[told].filter(Boolean));
  if (job.state === 'SUCCEEDED') {
    renew('datasets', 'dashboards', 'activity', 'study-actions');
  }
}

function take(files) {
  if (files.length === 0) {
    return;
  }
  const wrong = objection(files);
  if (wrong) {
    refuse(wrong);
  } else {
    send(files);
  }
}

function watchDrops() {
  let depth = 0;
  const inside = (change) => {
    depth = Math.max(0, depth + change);
    zone.classList.toggle('is-over', depth > 0);
  };
  const carriesFiles = (event) => [...event.dataTransfer.types].includes('Files');
  addEventListener('dragenter', (event) => carriesFiles(event) && inside(1));
  addEventListener('dragleave', (event) => carriesFiles(event) && inside(-1));
  addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault());
  addEventListener('drop', (event) => {
    if (carriesFiles(event)) {
      event.preventDefault();
      inside(-depth);
      take([...event.dataTransfer.files]);
    }
  });
}

if (zone) {
  watchDrops();
  for (const button of document.querySelectorAll('[data-choose-files]')) {
    button.addEventListener('click', () => input.click());
  }
  input.addEventListener('change', () => {
    take([...input.files]);
    input.value = '';
  });
  const job = new URLSearchParams(location.search).get('job');
  if (/^\d+$/.test(job ?? '')) {
    showJob(job);
  }
}
