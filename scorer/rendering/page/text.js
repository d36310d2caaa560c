// The item that is looked at, its marks in the text, and the way between both.

const wideEnough = matchMedia("(min-width: 64rem)");

class Reading {
  constructor(report) {
    this.report = report;
    this.text = report.querySelector(".text");
    this.item = null;
    this.stops = [];
    this.at = -1;
    if (!this.text) return;
    this.walk = this.text.querySelector(".walk");
    this.walk.querySelector("[name=previous]").addEventListener("click", () => this.step(-1));
    this.walk.querySelector("[name=next]").addEventListener("click", () => this.step(1));
    this.walk.querySelector("[name=back]").addEventListener("click", () => this.back());
    this.text.addEventListener("click", (event) => this.clicked(event));
    this.text.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.item) this.back();
    });
  }

  marksOf(item) {
    const index = indexOf(item);
    const kinds = this.showsRefused() ? ["proof", "refused"] : ["proof"];
    return all(this.text, kinds.map((kind) => `mark[data-${kind}~="${index}"]`).join(","));
  }

  showsRefused() {
    return this.text.classList.contains("with-refused");
  }

  // Take up an item: its marks stand out, and its places can be walked through.
  choose(item) {
    this.leave();
    this.item = item;
    item.classList.add("now");
    if (!this.text) return;
    const marks = this.marksOf(item);
    for (const mark of marks) mark.classList.add("now");
    // A stop is where a mark begins that no mark of the same item touches from before.
    this.stops = marks.filter((mark) => !marks.includes(neighbour(mark)));
    this.at = -1;
    this.walk.hidden = false;
    this.tell();
  }

  leave() {
    if (!this.item) return;
    this.item.classList.remove("now");
    if (this.text) {
      for (const mark of all(this.text, "mark.now")) mark.classList.remove("now");
      this.walk.hidden = true;
    }
    this.item = null;
  }

  tell() {
    const { id } = data.cards[Number(this.report.dataset.number)].items[indexOf(this.item)];
    const words = data.words;
    let where = words.no_place;
    if (this.stops.length) {
      where = this.at < 0
        ? fill(words.in_text, { count: this.stops.length })
        : fill(words.place, { at: this.at + 1, all: this.stops.length });
    }
    this.walk.querySelector(".what").textContent = `${id} · ${where}`;
    for (const key of all(this.walk, "[name=previous], [name=next]")) key.disabled = !this.stops.length;
  }

  // Show the first place without taking the focus off the item.
  peek() {
    if (!this.stops.length) return;
    this.at = 0;
    this.tell();
    this.stops[0].scrollIntoView({ block: "center" });
  }

  step(by) {
    if (!this.stops.length) return;
    this.at = this.at < 0 && by < 0 ? this.stops.length - 1 : (this.at + by + this.stops.length) % this.stops.length;
    this.tell();
    this.stops[this.at].scrollIntoView({ block: "center" });
  }

  // A link led to a mark: count it among the places of the item.
  reached(mark) {
    let start = mark;
    while (start && !this.stops.includes(start)) start = neighbour(start);
    this.at = start ? this.stops.indexOf(start) : -1;
    this.tell();
  }

  back() {
    const item = this.item;
    item.scrollIntoView({ block: "center" });
    item.querySelector(".head > button").focus({ preventScroll: true });
  }

  clicked(event) {
    const mark = event.target.closest("mark");
    if (!mark || event.target.closest("a") || !getSelection().isCollapsed) return;
    const choices = this.choicesAt(mark);
    if (choices.length === 1) choices[0].click();
    else if (choices.length) openChooser(choices, event);
  }

  // Links to everything that a mark belongs to, in the order of the framework.
  choicesAt(mark) {
    const number = Number(this.report.dataset.number) + 1;
    const links = [];
    const kinds = this.showsRefused() ? ["proof", "refused"] : ["proof"];
    const indexes = new Set(kinds.flatMap((kind) => (mark.dataset[kind] ?? "").split(" ").filter(Boolean)));
    for (const index of Array.from(indexes).map(Number).sort((one, other) => one - other)) {
      links.push(linkTo(`r${number}-i${index}`, ".head"));
    }
    for (const index of (mark.dataset.audit ?? "").split(" ").filter(Boolean)) {
      links.push(linkTo(`r${number}-a${index}`, "p"));
    }
    return links.filter(Boolean);
  }
}

// The mark that touches this one from before; notes between them do not part them.
function neighbour(mark) {
  let before = mark.previousSibling;
  while (before && before.nodeName === "A") before = before.previousSibling;
  if (before) return before.nodeName === "MARK" ? before : null;
  const last = mark.parentElement.previousElementSibling;
  const end = last && last.classList.contains("line") ? all(last, "mark").at(-1) : null;
  let after = end && end.nextSibling;
  while (after && after.nodeName === "A") after = after.nextSibling;
  return end && !after ? end : null;
}

function linkTo(id, words) {
  const target = document.getElementById(id);
  if (!target) return null;
  const link = make("a", target.querySelector(words).textContent.replace(/\s+/g, " ").trim());
  link.href = `#${id}`;
  link.addEventListener("click", (event) => followed(event));
  return link;
}

const chooser = document.getElementById("chooser");
let chosenFrom = null;

function openChooser(links, event) {
  const list = chooser.querySelector("ul");
  list.replaceChildren(...links.map((link) => {
    const row = document.createElement("li");
    row.append(link);
    return row;
  }));
  chosenFrom = event.target.closest("mark");
  chooser.hidden = false;
  const { width, height } = chooser.getBoundingClientRect();
  chooser.style.left = `${Math.max(8, Math.min(event.clientX, innerWidth - width - 8))}px`;
  chooser.style.top = `${Math.max(8, Math.min(event.clientY + 12, innerHeight - height - 8))}px`;
  links[0].focus();
}

function closeChooser() {
  if (chooser.hidden) return;
  chooser.hidden = true;
  if (chosenFrom && chooser.contains(document.activeElement)) chosenFrom.focus({ preventScroll: true });
}
