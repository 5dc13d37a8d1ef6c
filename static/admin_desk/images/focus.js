// The focal point: a click, a drag or the arrow keys set it; marker, fields and crops say the same.

const box = document.querySelector(".focus-point");
const frame = box?.querySelector(".focus-frame");
const marker = box?.querySelector(".focus-marker");
const fields = ["x", "y"].map((side) => document.getElementById(`id_focus_${side}`));
const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const within = (percent) => Math.min(100, Math.max(0, Math.round(percent)));
const point = () => fields.map((field) => within(Number(field.value)));

function show() {
  const [x, y] = point();
  const said = box.dataset.said.replace("X", x).replace("Y", y);
  Object.assign(marker.style, { left: `${x}%`, top: `${y}%` });
  marker.setAttribute("aria-label", said);
  for (const crop of box.querySelectorAll(".focus-crop")) {
    crop.style.objectPosition = `${x}% ${y}%`;
  }
  return said;
}

function move(x, y) {
  fields[0].value = within(x);
  fields[1].value = within(y);
  box.querySelector(".focus-said").textContent = show();
}

function moveTo({ clientX, clientY }) {
  const { left, top, width, height } = frame.getBoundingClientRect();
  move((100 * (clientX - left)) / width, (100 * (clientY - top)) / height);
}

function showPicture(address) {
  const picture = box.querySelector(".focus-picture");
  picture.removeAttribute("width");
  picture.removeAttribute("height");
  for (const image of [picture, ...box.querySelectorAll(".focus-crop")]) {
    image.src = address;
  }
  box.hidden = false;
}

function begin() {
  const source = box.querySelector(".focus-picture").getAttribute("src");
  for (const crop of source ? box.querySelectorAll(".focus-crop") : []) {
    crop.src = source;
  }
  for (const part of box.querySelectorAll(".focus-marker, .focus-crops, .focus-help")) {
    part.hidden = false;
  }
  show();
}

if (fields.every(Boolean)) {
  begin();
  fields.forEach((field) => field.addEventListener("input", show));
  frame.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    frame.setPointerCapture(event.pointerId);
    marker.focus();
    moveTo(event);
  });
  frame.addEventListener("pointermove", (event) => {
    if (frame.hasPointerCapture(event.pointerId)) {
      moveTo(event);
    }
  });
  marker.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      const [x, y] = point();
      const far = event.shiftKey ? 10 : 1;
      move(x + far * step[0], y + far * step[1]);
    }
  });
  // What was just chosen is shown before it is sent.
  document.getElementById("id_upload").addEventListener("change", ({ target }) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => showPicture(reader.result));
    if (target.files.length) {
      reader.readAsDataURL(target.files[0]);
    }
  });
}
