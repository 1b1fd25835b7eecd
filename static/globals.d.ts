// What the page's scripts put beside the browser's own globals, for tsc alone.

/** static/lab.js */
declare var loopscopeLab: {
  answer(request: Request | { url: string; method: string; signal?: AbortSignal }, base: string): Promise<Response>;
  fetchInPage(address: string, base: string, signal?: AbortSignal): Promise<Response>;
  marker: string;
};

/** static/network.js */
declare var loopscopeNetwork: {
  worker(): Promise<boolean>;
  keep(paths: string[]): Promise<void>;
  inPage(path: string, signal: AbortSignal): Promise<Response>;
  away(address: string, signal: AbortSignal): Promise<Response>;
};

/** A style sheet, which esbuild gives as a text. */
declare module "*.css" {
  const style: string;
  export default style;
}
