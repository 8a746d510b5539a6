/** The start page: its list of jobs follows what happens. */
import {renew} from './swap.js';

let due = false;
document.addEventListener('stoa:job', () => {
  if (!due) {
    due = true;
    setTimeout(() => {
      due = false;
      renew('recent-jobs');
    }, 500);
  }
});
