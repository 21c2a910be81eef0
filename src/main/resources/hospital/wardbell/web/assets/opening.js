// While the database is being opened: asks whether it still is, and goes on when it is not. The page
// itself stays as it is, so that nobody who reads it is thrown back to its beginning.
const EVERY = 2_000;

export function opening() {
  if (!document.querySelector('[data-opening]')) return;
  setTimeout(look, EVERY);
}

async function look() {
  if (await isOver()) {
    location.assign('/');
  } else {
    setTimeout(look, EVERY);
  }
}

async function isOver() {
  try {
    const answer = await fetch('/', { redirect: 'manual' });
    return !(await answer.text()).includes('data-opening');
  } catch {
    return false; // the network is away
  }
}
