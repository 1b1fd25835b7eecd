// @ts-check
// Restricts this frame to the one host that the reader allowed, named after #. The frame can send requests to that host and to no
// other. A page cannot loosen its own policy at run time, so the page sends such requests through this frame.
{
  const { origin } = new URL(location.hash.slice(1));
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `default-src 'none'; connect-src ${origin}`;
  document.head.append(policy);
}
