// Starts the program. Trunk would write this into index.html itself, where the content security policy would need its
// hash anew for every build; so it is a file, and Trunk names the program in the attributes of its script element.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const program = await import(new URL(js, document.baseURI).href);
await program.default({ module_or_path: new URL(wasm, document.baseURI).href });
dispatchEvent(new CustomEvent("TrunkApplicationStarted"));
