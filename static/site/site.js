// Opens what an address points into, and everything for printing. Pages read well without it.

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target?.closest("details") ?? target?.querySelector("details");
  if (details) details.open = true;
}

openTarget();
addEventListener("hashchange", openTarget);

let closed = [];

addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const details of closed) details.open = true;
});

addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});
