/** The page of a program built for browsers: it loads `program.js` beside it and shows what it prints. */
export function pageHtml(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
body { margin: 0; font: 14px/1.5 ui-monospace, monospace; background: #14161a; color: #e8e8e8 }
pre { margin: 0; padding: 1rem; white-space: pre-wrap }
.stderr { color: #ff9c8f }
.ended { color: #8a93a0 }
</style>
</head>
<body>
<pre id="output" role="log"></pre>
<script>
{
  const output = document.getElementById("output");
  const show = (kind, text) => {
    const part = document.createElement("span");
    part.className = kind;
    part.textContent = text;
    output.append(part);
    scrollTo(0, document.body.scrollHeight);
  };
  let ended = false;
  const exit = (code) => {
    if (!ended && code !== 0) show("ended", "exit code " + code + "\\n");
    ended = true;
  };
  const fail = (error) => {
    show("stderr", "Uncaught " + (error && error.stack || error) + "\\n");
    exit(1);
  };
  const args = new URLSearchParams(location.search).getAll("arg");
  globalThis[Symbol.for("portalis.program")] = {
    write: (stream, text) => { if (!ended) show(stream, text); },
    exit,
    args,
    env: {},
  };
  addEventListener("error", (event) => fail(event.error || event.message));
  addEventListener("unhandledrejection", (event) => fail(event.reason));
}
</script>
<script type="module" src="program.js"></script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
