/** The page of one job, kept up to date until it ends. */
import {get, send, sendText} from './api.js';
import {watch} from './live.js';
import {follow, ended, JobProgress, resultOf, stateBadge} from './job.js';
import {inFull, problemNote} from './problem.js';
import {renew} from './swap.js';
import {say} from './words.js';

const page = document.getElementById('job');
const id = page.dataset.job;
const state = document.getElementById('job-state');
const progressCard = document.getElementById('job-progress');
const resultCard = document.getElementById('job-result');
const error = document.getElementById('job-error');
const cancel = document.getElementById('job-cancel');
const repeat = document.getElementById('job-repeat');
const change = document.getElementById('job-change');
const changeAsk = document.getElementById('job-change-ask');
const payload = document.getElementById('job-change-payload');
const ask = document.getElementById('job-cancel-ask');
let progress = null;
let waiting = false;
let shown = '';

function show(job) {
  if (!progress) {
    progress = new JobProgress(job);
    document.getElementById('job-progress-body').append(progress.node);
  }
  progress.update(job);
  progressCard.hidden = ended(job);
  waiting = job.state === 'QUEUED';
  const now = `${job.state} ${job.attempt} ${job.cancelRequested}`;
  if (now !== shown) {
    const first = shown === '';
    shown = now;
    showState(job, first);
  }
}

function showState(job, first) {
  state.replaceChildren(stateBadge(job.state));
  if (!first || !error.hasChildNodes()) {
    error.replaceChildren(...(job.error ? [problemNote(job.error)] : []));
  }
  const result = ended(job) ? resultOf(job, null) : null;
  resultCard.hidden = !result;
  document.getElementById('job-result-body').replaceChildren(...(result ? [result] : []));
  if (cancel) {
    cancel.hidden = ended(job);
    cancel.disabled = job.cancelRequested;
  }
  for (const button of [repeat, change].filter(Boolean)) {
    button.hidden = job.state !== 'FAILED' && job.state !== 'CANCELLED';
  }
  if (!first) {
    renew('job-why', 'job-links', 'job-facts', 'job-timeline', 'job-log');
  }
}

async function stop() {
  try {
    await send('POST', `/jobs/${id}/cancel`);
    show((await get(`/jobs/${id}`)).body);
  } catch (failure) {
    error.replaceChildren(problemNote(failure.problem ?? {detail: failure.message}));
  }
}

async function again() {
  repeat.disabled = true;
  try {
    location.assign(`/jobs/${(await send('POST', `/jobs/${id}/repeat`)).id}`);
  } catch (failure) {
    repeat.disabled = false;
    error.replaceChildren(problemNote(failure.problem ?? {detail: failure.message}));
  }
}

/** The text goes as it is, once it is known to be JSON; what is wrong names its place. */
function changedPayload() {
  try {
    JSON.parse(payload.value);
  } catch (failure) {
    throw new Error(say('payload.notJson', failure.message));
  }
  return `{"payload": ${payload.value}}`;
}

async function againChanged(event) {
  event.preventDefault();
  event.target.disabled = true;
  try {
    location.assign(`/jobs/${(await sendText('POST', `/jobs/${id}/repeat`, changedPayload())).id}`);
  } catch (failure) {
    event.target.disabled = false;
    const problem = inFull(failure.problem ?? {detail: failure.message});
    document.getElementById('job-change-problems').replaceChildren(problemNote(problem));
  }
}

repeat?.addEventListener('click', again);
change?.addEventListener('click', () => changeAsk.showModal());
document.getElementById('job-change-do')?.addEventListener('click', againChanged);
cancel?.addEventListener('click', () => ask.showModal());
ask.addEventListener('close', () => ask.returnValue === 'cancel' && stop());

/** While the job runs, what it writes is shown as it comes, at most once a second. */
let due = false;
function writeSoon(job) {
  if (!due && !ended(job)) {
    due = true;
    setTimeout(async () => {
      due = false;
      await renew('job-log');
    }, 1000);
  }
}

/** What keeps a waiting job changes without the job: at most once a second, and with each sample. */
let lookDue = false;
function lookSoon() {
  if (waiting && !lookDue) {
    lookDue = true;
    setTimeout(async () => {
      lookDue = false;
      await (waiting && renew('job-why', 'job-links'));
    }, 1000);
  }
}

document.addEventListener('stoa:job', lookSoon);
watch('work', {event: lookSoon, reload: lookSoon});
watch(`job:${id}`, {event: writeSoon, reload: () => {}});
follow(id, show);
