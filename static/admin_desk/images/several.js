// Pictures chosen or dropped go up at once, one after the other, each with its progress.
// Without this the form sends them all together.

const form = document.querySelector(".several-pictures");
const field = form.querySelector("input[type=file]");
const drop = form.querySelector(".picture-drop");
const list = form.querySelector(".pictures-sent");
const words = document.getElementById("picture-sent");
const waiting = [];
let busy = false;

function line(file) {
  const row = words.content.firstElementChild.cloneNode(true);
  row.querySelector(".picture-name").textContent = file.name;
  row.querySelector("progress").setAttribute("aria-label", file.name);
  row.querySelector(".picture-said").textContent = words.dataset.waits;
  list.append(row);
  return row;
}

function say(row, text) {
  row.querySelector(".picture-said").textContent = text;
}

function send(file, row) {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.append(field.name, file);
  return new Promise((done) => {
    request.upload.addEventListener("progress", (event) => {
      const part = (100 * event.loaded) / event.total;
      row.querySelector("progress").value = part;
      say(row, part < 100 ? `${Math.floor(part)} %` : words.dataset.reads);
    });
    request.addEventListener("loadend", () => done(request.response));
    request.open("POST", form.action);
    request.responseType = "json";
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  });
}

function show(row, answer) {
  row.querySelector("progress").remove();
  if (!answer?.url) {
    row.classList.add("picture-refused");
    say(row, answer?.refusal ?? words.dataset.failed);
    return;
  }
  const [image, link] = [row.querySelector("img"), row.querySelector("a")];
  row.querySelector(".picture-name").textContent = answer.title;
  Object.assign(image, { src: answer.thumbnail, hidden: false });
  Object.assign(link, { href: answer.url, textContent: words.dataset.words, hidden: false });
  say(row, "");
}

async function work() {
  if (busy) {
    return;
  }
  busy = true;
  while (waiting.length) {
    const [file, row] = waiting.shift();
    show(row, await send(file, row));
  }
  busy = false;
}

function take(files) {
  waiting.push(...Array.from(files, (file) => [file, line(file)]));
  field.value = "";
  work();
}

field.addEventListener("change", () => take(field.files));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  field.focus();
});
drop.querySelector(".drop-hint").hidden = false;
form.querySelector("[type=submit]").hidden = true;
drop.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("picture-over");
});
drop.addEventListener("dragleave", () => drop.classList.remove("picture-over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("picture-over");
  take(event.dataTransfer.files);
});
window.addEventListener("beforeunload", (event) => {
  if (busy) {
    event.preventDefault();
  }
});
