/** Words and figures as a person reads them: the counterpart of the server's Formats. */
import text from './text.js';

const locale = document.documentElement.dataset.locale || navigator.language;
const exact = new Intl.DateTimeFormat(locale, {dateStyle: 'medium', timeStyle: 'long'});
const day = new Intl.DateTimeFormat(locale, {dateStyle: 'medium'});

/** The message with this key, {0}, {1} … filled in. */
export function say(key, ...values) {
  const message = text[key];
  if (message === undefined) {
    throw new Error(`No message ${key}`);
  }
  return message.replace(/\{(\d)\}/g, (whole, index) => values[index]);
}

/** A number with the person's separators, and at most as many decimals as asked for. */
export function number(value, decimals = 2) {
  return new Intl.NumberFormat(locale, {maximumFractionDigits: decimals}).format(value);
}

/** A number of bytes, such as 12.4 MB; a kilobyte is 1,024 bytes, as on the server. */
export function bytes(count) {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let amount = count;
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  return `${number(amount, unit > 0 && amount < 100 ? 1 : 0)} ${units[unit]}`;
}

/** A duration in milliseconds, such as 1 m 12 s. */
export function duration(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 10) {
    return `${(Math.max(0, milliseconds) / 1000).toFixed(1)} s`;
  }
  if (seconds < 60) {
    return `${seconds} s`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} m ${seconds % 60} s`;
  }
  return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} m`;
}

/** A duration that nobody knows exactly, such as 3 s: in whole seconds, at least one. */
export function estimate(milliseconds) {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return seconds < 10 ? `${seconds} s` : duration(seconds * 1000);
}

/** How long ago a date was. */
export function ago(date) {
  const minutes = Math.floor((Date.now() - date.getTime()) / 60000);
  if (minutes < 1) {
    return say('time.now');
  }
  if (minutes < 60) {
    return say('time.minutes', minutes);
  }
  if (minutes < 24 * 60) {
    return say('time.hours', Math.floor(minutes / 60));
  }
  return minutes <= 30 * 24 * 60 ? say('time.days', Math.floor(minutes / 60 / 24)) : day.format(date);
}

/** The exact time in the person's zone. */
export function exactly(date) {
  return exact.format(date);
}

/** The message with this key, or the other words where there is none. */
export function sayOr(key, otherwise) {
  return text[key] ?? otherwise;
}
