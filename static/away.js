// @ts-check
// Narrows this frame to the one host that the reader allowed, named behind #: it can send requests there, and nothing
// else anywhere. The page's own policy cannot be widened at run time, so the page asks this frame.
{
  const { origin } = new URL(location.hash.slice(1));
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `default-src 'none'; connect-src ${origin}`;
  document.head.append(policy);
}
