// Make the page work: fold the items, wire the reports, and follow links between items and text.

const parts = new Map();

function start(report) {
  const items = all(report, ".item");
  if (!items.length) return;
  items.forEach(makeFolding);
  const reading = new Reading(report);
  const card = data.cards[Number(report.dataset.number)];
  parts.set(report, { reading, drafts: new Drafts(report, card), filter: new Filter(report, reading) });
  for (const item of items) {
    item.querySelector(".head > button").addEventListener("click", () => toggled(item, reading));
  }
}

function toggled(item, reading) {
  setOpen(item, !isOpen(item));
  if (!isOpen(item)) {
    if (reading.item === item) reading.leave();
    return;
  }
  reading.choose(item);
  if (wideEnough.matches) reading.peek();
}

// Before the browser goes to the target of a link: unfold an item, or take up the item a quotation belongs to.
function prepare(target, from) {
  const part = parts.get(target.closest(".report"));
  if (!part) return;
  const item = target.closest(".item");
  if (item) {
    if (item.hidden) part.filter.reset();
    setOpen(item, true);
    part.reading.choose(item);
    return;
  }
  if (target.closest(".dimension[hidden]")) part.filter.reset();
  if (target.nodeName !== "MARK") return;
  if (from && from.closest("details.refused")) part.filter.showRefused();
  const owner = from && from.closest(".item");
  if (owner) {
    part.reading.choose(owner);
    part.reading.reached(target);
  }
}

// Lines that were never drawn have a guessed height, so the first jump may miss; go again while they are drawn.
function settle(target, frames = 6) {
  requestAnimationFrame(() => {
    target.scrollIntoView({ block: target.nodeName === "MARK" ? "center" : "start" });
    if (frames) settle(target, frames - 1);
  });
}

function followed(event) {
  const link = event.target.closest('a[href^="#"]');
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) return;
  prepare(target, link);
  settle(target);
  if (chooser.contains(link) || !link.isConnected) {
    event.preventDefault();
    chooser.hidden = true;
    location.hash = link.hash;
    (target.querySelector(".head > button") ?? target).focus({ preventScroll: true });
  }
}

document.documentElement.classList.add("folding");
all(document, ".report").forEach(start);
document.addEventListener("click", (event) => {
  if (!chooser.hidden && !chooser.contains(event.target) && !event.target.closest("mark")) closeChooser();
  if (!event.defaultPrevented) followed(event);
});
chooser.querySelector("[name=close]").addEventListener("click", closeChooser);
chooser.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeChooser();
});
if (location.hash) {
  const target = document.getElementById(location.hash.slice(1));
  if (target) {
    prepare(target, null);
    settle(target);
  }
}
