/** The page of one message of another system: putting it back, or discarding it. */
import {send} from './api.js';
import {problemNote} from './problem.js';
import {say} from './words.js';

const id = document.getElementById('message').dataset.message;
const content = document.getElementById('content');
const putBack = document.getElementById('put-back-ask');
const discard = document.getElementById('discard-ask');
const kind = document.getElementById('put-back-kind');
const payload = document.getElementById('put-back-payload');

function show(failure, where) {
  document.getElementById(where).replaceChildren(problemNote(failure.problem ?? {detail: failure.message}));
}

/** What the message said, where it is JSON; the fields stay empty where it is not. */
function fill() {
  try {
    const said = JSON.parse(content.textContent);
    kind.value = typeof said.kind === 'string' ? said.kind : '';
    payload.value = said.payload === undefined ? '' : JSON.stringify(said.payload, null, 2);
  } catch {
    payload.value = '';
  }
}

function changes() {
  const change = kind.value.trim() === '' ? {} : {kind: kind.value.trim()};
  if (payload.value.trim() !== '') {
    try {
      change.payload = JSON.parse(payload.value);
    } catch (failure) {
      throw new Error(say('payload.notJson', failure.message));
    }
  }
  return change;
}

async function decide(act, body, where) {
  try {
    await send('POST', `/inbound-messages/${id}/${act}`, body());
    location.reload();
  } catch (failure) {
    show(failure, where);
  }
}

document.getElementById('put-back')?.addEventListener('click', () => {
  fill();
  putBack.showModal();
});
document.getElementById('put-back-do')?.addEventListener('click', (event) => {
  event.preventDefault();
  decide('put-back', changes, 'put-back-problems');
});
document.getElementById('discard')?.addEventListener('click', () => discard.showModal());
discard?.addEventListener('close', () => discard.returnValue === 'discard' && decide('discard', () => undefined, 'problems'));
