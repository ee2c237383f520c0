/** What every page's components can do with JavaScript; without it they are plain forms and text. */

import "./elements/filedrop.js";
import "./elements/slider.js";
import "./elements/stepper.js";
import "./elements/toasts.js";
