// Small helpers, and items that fold. Words are always set as text, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const said = document.getElementById("said");

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
const all = (where, selector) => Array.from(where.querySelectorAll(selector));
const announce = (words) => { said.textContent = words; };

function make(name, words, parent) {
  const made = document.createElement(name);
  made.textContent = words;
  if (parent) parent.append(made);
  return made;
}

function button(name, words, parent) {
  const made = make("button", words, parent);
  made.type = "button";
  made.name = name;
  return made;
}

const indexOf = (item) => Number(item.id.split("-i")[1]);
const isOpen = (item) => item.classList.contains("open");

function setOpen(item, open) {
  item.classList.toggle("open", open);
  item.querySelector(".head > button").setAttribute("aria-expanded", String(open));
}

function makeFolding(item) {
  const head = item.querySelector(".head");
  const toggle = document.createElement("button");
  toggle.type = "button";
  toggle.append(...head.childNodes);
  toggle.setAttribute("aria-controls", `${item.id}-body`);
  head.append(toggle);
  setOpen(item, false);
}
