// `import "vscode"` resolves to this empty module inside the engine, so that using it is a type error.
export {};
