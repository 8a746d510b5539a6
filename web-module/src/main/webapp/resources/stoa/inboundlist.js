/** The list of messages of other systems: its first page is renewed while somebody looks at it. */
import {renew} from './swap.js';

const EVERY_MILLIS = 5000;
const live = () => document.getElementById('messages')?.dataset.live === 'true';

setInterval(() => {
  if (live() && document.visibilityState === 'visible') {
    renew('messages');
  }
}, EVERY_MILLIS);
