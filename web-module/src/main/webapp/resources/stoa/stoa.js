/** What every page runs. */
import {watchFrame} from './frame.js';
import {keepTimes} from './times.js';
import {watchSearch} from './palette.js';
import {watchBell} from './bell.js';

watchFrame();
keepTimes();
watchSearch();
watchBell();
