// What the end-to-end tests share is put away when the last one has run.
import { closeBrowser } from './browser.ts';

after(closeBrowser);
