// Copies a quotation as it stands on the page, with who said it and its address.

const SHOWN_FOR = 4000;

function wordsOf(figure) {
  const paragraphs = figure.querySelectorAll(".quote-text p");
  return [...paragraphs].map((paragraph) => paragraph.innerText.trim()).join("\n\n");
}

function attributionOf({ attribution, comma }) {
  const parts = attribution.split("\n").map((part) => part.trim());
  return parts.filter(Boolean).join(comma);
}

function withAttribution(button) {
  const said = attributionOf(button.dataset);
  const address = new URL(button.dataset.address, location.href).href;
  const words = wordsOf(button.closest("figure"));
  return [words, said && `— ${said}`, address].filter(Boolean).join("\n");
}

async function copy(button) {
  const told = button.nextElementSibling;
  try {
    await navigator.clipboard.writeText(withAttribution(button));
    told.textContent = told.dataset.done;
  } catch {
    told.textContent = told.dataset.failed;
  }
  setTimeout(() => told.replaceChildren(), SHOWN_FOR);
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy-quote]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}
