/**
 * Renews parts of the page from the server: it is asked for the same page, and the parts with the
 * given ids take the place of the ones shown. Focus stays on an element that keeps its id.
 */
export async function renew(...ids) {
  const response = await fetch(location.href, {headers: {Accept: 'text/html'}});
  if (!response.ok || response.redirected) {
    location.reload();
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const id of ids) {
    const shown = document.getElementById(id);
    const renewed = fresh.getElementById(id);
    if (shown && renewed) {
      const focused = shown.contains(document.activeElement) ? document.activeElement.id : '';
      shown.replaceWith(document.adoptNode(renewed));
      if (focused) {
        document.getElementById(focused)?.focus();
      }
    }
  }
}
