// Starts Swagger UI in the theme of the pages. A pasted token is sent as "Authorization: Bearer …" and
// kept only by this page.
const dark = matchMedia('(prefers-color-scheme: dark)');
const theme = /(?:^|; )stoa-theme=(light|dark)/.exec(document.cookie)?.[1];

function paint() {
  document.documentElement.classList.toggle('dark-mode', theme ? theme === 'dark' : dark.matches);
}

paint();
dark.addEventListener('change', paint);

// A link inside of the button that opens an operation cannot be reached by keyboard; and the one server
// of this description needs no choice.
const simpler = ({React}) => ({
  wrapComponents: {
    DeepLink: () => ({text}) => React.createElement('span', null, text),
    ServersContainer: () => () => null,
  },
});

window.ui = window.SwaggerUIBundle({
  url: '/openapi?format=JSON',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  tryItOutEnabled: true,
  tagsSorter: 'alpha',
  validatorUrl: null,
  presets: [window.SwaggerUIBundle.presets.apis],
  plugins: [simpler],
  layout: 'BaseLayout',
});

// Gives names to the fields that have none for those who do not see them.
const names = [['textarea', 'Body of the request'], ['.examples-select-element', 'Example'], ['.content-type', 'Type of the content']];

function name() {
  for (const [selector, words] of names) {
    for (const field of document.querySelectorAll(`${selector}:not([aria-label])`)) {
      field.setAttribute('aria-label', words);
    }
  }
}

new MutationObserver(name).observe(document.getElementById('api'), {childList: true, subtree: true});
