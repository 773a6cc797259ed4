// How the output of the integration tests begins. VS Code for the browser prints a page about itself before.
export const firstLine = 'Integration tests in VS Code';
