// Fetches a region's present HTML and makes the region so. A region never holds a field that somebody
// may be typing in.

const policy = globalThis.trustedTypes
  ? trustedTypes.createPolicy('fragment', { createHTML: html => html })
  : { createHTML: html => html };

/** Brings `region` to what `url` says now; false if it is not to be had just now. */
export async function refresh(region, url = region.dataset.fragment) {
  const answer = await fetch(url, { headers: { Accept: 'text/vnd.fragment+html' } });
  if (answer.status === 401) location.assign('/sign-in');
  if (answer.status === 423) document.dispatchEvent(new Event('session-locked'));
  if (!answer.ok) return false;
  settle(region, parsed(await answer.text()));
  return true;
}

/** Posts form fields and gives the answer as text; null if it is not to be had just now. */
export async function posted(url, fields) {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  return answer.ok && !answer.redirected ? parsed(await answer.text()).textContent : null;
}

function parsed(html) {
  const holder = document.createElement('template');
  holder.innerHTML = policy.createHTML(html);
  return holder.content;
}

/**
 * Gives `old` the children of `fresh`, touching only what differs: focus, scrolling and what a screen
 * reader has said already stay. Children are known by their id, those without one by their place.
 */
function settle(old, fresh) {
  let place = old.firstChild;
  for (const next of [...fresh.childNodes]) {
    const match = twin(old, place, next);
    if (!match) {
      old.insertBefore(next, place);
    } else {
      if (match !== place) move(old, match, place);
      place = match.nextSibling;
      if (!match.isEqualNode(next)) become(match, next);
    }
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    gone.remove();
  }
}

function twin(parent, place, next) {
  if (next.id) return [...parent.children].find(child => child.id === next.id);
  return place && !place.id && place.nodeName === next.nodeName ? place : null;
}

/** Where browsers can, moved without losing its focus. */
function move(parent, child, before) {
  (parent.moveBefore ?? parent.insertBefore).call(parent, child, before);
}

function become(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.data = fresh.data;
    return;
  }
  for (const { name } of [...old.attributes]) {
    // Whether details are open is the reader's own doing.
    if (!fresh.hasAttribute(name) && name !== 'open') old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  settle(old, fresh);
}
