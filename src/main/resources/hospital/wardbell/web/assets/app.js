// What every page of the console runs. Nothing here is needed to work but for passkeys:
// every other form posts without it.
import { composer } from './composer.js';
import { link } from './link.js';
import { live } from './live.js';
import { lock } from './lock.js';
import { opening } from './opening.js';
import { passkey } from './passkey.js';

composer();
link();
live();
lock();
opening();
passkey();
