/** Calls of the REST API with the session of the page. */
import {say} from './words.js';
import {element} from './dom.js';

export const API = '/api/v1';

/** A refused or failed call: the problem detail (RFC 9457) that the server sent, or one like it. */
export class ApiProblem extends Error {
  constructor(problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }
}

/** What every call carries: it shows the server that a page of its own, and no other site, sends it. */
export const HEADERS = {'X-Requested-With': 'stoa', Accept: 'application/json'};

/** GET; resolves to {body, next} where next is the address of the next page, or null. */
export async function get(path, options = {}) {
  const response = await call(path, {...options, headers: HEADERS});
  return {body: await response.json(), next: nextPage(response)};
}

/** POST, PUT or DELETE with an optional JSON body; resolves to the body of the answer, or null. */
export function send(method, path, body, more = {}) {
  return sendText(method, path, body === undefined ? undefined : JSON.stringify(body), more);
}

/** The same with JSON as it was written: a number keeps digits that a script would lose. */
export async function sendText(method, path, json, more = {}) {
  const headers = {...HEADERS, ...more, ...(json === undefined ? {} : {'Content-Type': 'application/json'})};
  const response = await call(path, {method, headers, body: json});
  return response.headers.get('Content-Type')?.includes('json') ? response.json() : null;
}

async function call(path, options) {
  let response;
  try {
    response = await fetch(path.startsWith('/api/') ? path : API + path, options);
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiProblem({title: say('problem.title'), detail: say('problem.offline')});
  }
  if (!response.ok) {
    throw new ApiProblem(await problemOf(response));
  }
  return response;
}

async function problemOf(response) {
  if (response.status === 401) {
    askToSignIn();
  }
  return readProblem(response.status, await response.text());
}

/** The problem in the body of an answer; one made up from the status if the body is something else. */
export function readProblem(status, body) {
  try {
    return {status, ...JSON.parse(body)};
  } catch {
    return {status, title: say('problem.title'), detail: say('problem.unexpected', status)};
  }
}

function nextPage(response) {
  const link = /<([^>]+)>;\s*rel="?next"?/.exec(response.headers.get('Link') ?? '');
  if (!link) {
    return null;
  }
  const address = new URL(link[1], location.href);
  return address.pathname + address.search;
}

/** Says that the session has ended, once, without throwing away what is on the page. */
export function askToSignIn() {
  if (document.getElementById('session-ended')) {
    return;
  }
  const from = encodeURIComponent(location.pathname + location.search);
  const dialog = element('dialog', {id: 'session-ended', class: 'palette', 'aria-labelledby': 'session-ended-title'},
    element('div', {class: 'empty'},
      element('h2', {id: 'session-ended-title'}, say('session.title')),
      element('p', {class: 'empty-line'}, say('session.line')),
      element('a', {class: 'button button-primary', href: `/login?from=${from}`}, say('session.button'))));
  document.body.append(dialog);
  dialog.showModal();
}
