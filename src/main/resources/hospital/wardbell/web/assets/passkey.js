// Passkeys: the browser has the authenticator make or show one, and what it answers goes out in a field of
// the form, as any form does. The form stays hidden where there are no passkeys, or at another address.

export function passkey() {
  const form = document.querySelector('form[data-passkey]');
  if (!form || !globalThis.PublicKeyCredential) return;
  const options = JSON.parse(form.dataset.passkey);
  if ((options.rpId ?? options.rp.id) !== location.hostname) return;
  form.hidden = false;
  for (const words of document.querySelectorAll('[data-no-passkey]')) words.hidden = true;

  const failed = document.getElementById('passkey-failed');
  let asking = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (asking) return;
    asking = true;
    failed.hidden = true;
    try {
      form.elements.passkey.value = JSON.stringify(await (options.rp ? made(options) : shown(options)));
      form.submit();
    } catch {
      failed.hidden = false; // not wanted, too late, or not the right one: the browser does not say
    }
    asking = false;
  });
}

async function made(options) {
  const { rawId, response } = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: octets(options.challenge),
      user: { ...options.user, id: octets(options.user.id) },
      excludeCredentials: known(options.excludeCredentials),
    },
  });
  return {
    id: coded(rawId),
    clientDataJSON: coded(response.clientDataJSON),
    attestationObject: coded(response.attestationObject),
  };
}

/** What the authenticator answers to the options; it throws if there is none, or its owner does not want. */
export async function shown(options) {
  const { rawId, response } = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: octets(options.challenge),
      allowCredentials: known(options.allowCredentials),
    },
  });
  const answer = {
    id: coded(rawId),
    clientDataJSON: coded(response.clientDataJSON),
    authenticatorData: coded(response.authenticatorData),
    signature: coded(response.signature),
  };
  if (response.userHandle?.byteLength) answer.userHandle = coded(response.userHandle);
  return answer;
}

const known = credentials => credentials.map(credential => ({ ...credential, id: octets(credential.id) }));

/** From and to base64url without padding. */
const octets = text =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
const coded = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
