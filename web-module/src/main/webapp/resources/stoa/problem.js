/** Shows a problem: what happened, where, why, and the incident id if there is one. */
import {say} from './words.js';
import {element, icon} from './dom.js';

function placeOf(problem) {
  const parts = [problem.file, problem.line && say('problem.line', problem.line), problem.column && say('problem.column', problem.column)];
  return parts.filter(Boolean).join(', ');
}

/** The problem with each of its faults in the detail, where it is of several fields. */
export function inFull(problem) {
  const errors = problem.errors?.map(({field, message}) => `${field}: ${message}`);
  return errors?.length > 1 ? {...problem, detail: errors.join('; ')} : problem;
}

/** A note for a problem detail, or for the error of a job, which has the same members. */
export function problemNote(problem) {
  const members = {...problem.members, ...problem};
  const place = placeOf(members);
  const incident = members.incident;
  return element('div', {class: 'note is-failed', role: 'alert'},
    icon('failed'),
    element('div', {class: 'note-words'},
      element('p', {class: 'note-title'}, problem.title || say('problem.title')),
      place && element('p', {class: 'note-place'}, place),
      problem.detail && problem.detail !== problem.title && element('p', {}, problem.detail),
      incident && !problem.detail?.includes(incident) && element('p', {class: 'muted small'}, say('problem.incident', incident))));
}
