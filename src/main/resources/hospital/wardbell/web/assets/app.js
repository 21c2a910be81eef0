// What every page of the console runs. Nothing here is needed to work: every form posts without it.
import { composer } from './composer.js';
import { link } from './link.js';
import { live } from './live.js';
import { opening } from './opening.js';

composer();
link();
live();
opening();
