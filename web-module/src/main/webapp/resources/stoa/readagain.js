/** The form that has the file of a version read again in another way. */
import {send} from './api.js';
import {inFull, problemNote} from './problem.js';

const SIGNS = {tab: '\t', none: ''};
const form = document.getElementById('read-again');
const problems = document.getElementById('again-problems');

/** What was chosen; what is left to the detection is left out. */
function options() {
  const chosen = {};
  for (const name of ['delimiter', 'quote', 'encoding', 'sheet']) {
    const {value} = form.elements[name];
    if (value.trim() !== '') {
      chosen[name] = SIGNS[value] ?? value;
    }
  }
  if (form.elements.header.value !== '') {
    chosen.header = form.elements.header.value === 'true';
  }
  const types = [...form.querySelectorAll('select[data-column]')].filter((select) => select.value !== '');
  if (types.length > 0) {
    chosen.types = Object.fromEntries(types.map((select) => [select.dataset.column, select.value]));
    chosen.misfits = form.elements.misfits.value;
  }
  return chosen;
}

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const {dataset, version} = form.dataset;
  try {
    const accepted = await send('POST', `/datasets/${dataset}/versions/${version}/readings`, options());
    location.assign(`/jobs/${accepted.jobId}`);
  } catch (failure) {
    problems.replaceChildren(problemNote(failure.problem ? inFull(failure.problem) : {detail: failure.message}));
    problems.focus();
  }
});
