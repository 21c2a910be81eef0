// Fetches a region's present HTML and puts it in place. A region never holds a field that somebody
// may be typing in.

const policy = globalThis.trustedTypes
  ? trustedTypes.createPolicy('fragment', { createHTML: html => html })
  : { createHTML: html => html };

/** The HTML of `url` as a fragment; null if it is not to be had just now. */
async function fetched(url) {
  const answer = await fetch(url, { headers: { Accept: 'text/vnd.fragment+html' } });
  if (answer.status === 401) {
    location.assign('/sign-in');
    return null;
  }
  return answer.ok ? answer.text() : null;
}

/** Swaps the content of `region` for `url`'s; keeps focus and, unless at the end, the scroll. */
export async function refresh(region, url = region.dataset.fragment) {
  const html = await fetched(url);
  if (html === null) return false;
  const focused = region.contains(document.activeElement) ? key(document.activeElement) : null;
  region.innerHTML = policy.createHTML(html);
  if (focused) {
    [...region.querySelectorAll('a, button, [tabindex]')].find(e => key(e) === focused)?.focus();
  }
  return true;
}

function key(element) {
  return element.getAttribute('href') ?? element.className + element.textContent;
}

/** Posts form fields and gives the answer's text; null if it is not to be had just now. */
export async function posted(url, fields) {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  return answer.ok ? answer.text() : null;
}

/** The text of an HTML answer. */
export function plain(html) {
  const holder = document.createElement('span');
  holder.innerHTML = policy.createHTML(html);
  return holder.textContent;
}
