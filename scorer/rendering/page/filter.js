// Which items are shown: by words, state, dimension, and whether they ask for review.

class Filter {
  constructor(report, reading) {
    this.report = report;
    this.reading = reading;
    this.form = report.querySelector(".filters");
    this.items = all(report, ".item");
    this.words = new Map();
    this.form.hidden = false;
    this.form.addEventListener("input", () => this.apply());
    this.form.querySelector("[name=reset]").addEventListener("click", () => this.reset());
    const unfold = this.form.querySelector("[name=unfold]");
    unfold.addEventListener("click", () => this.unfold());
    this.apply();
  }

  part(name) {
    return this.form.querySelector(name);
  }

  wordsOf(item) {
    if (!this.words.has(item)) this.words.set(item, item.textContent.toLowerCase().replace(/\s+/g, ""));
    return this.words.get(item);
  }

  apply() {
    const wanted = this.part("[type=search]").value.toLowerCase().replace(/\s+/g, "");
    const states = new Set(all(this.form, "[name=state]:checked").map((box) => box.value));
    const dimension = this.part("select").value;
    const review = this.part("[name=review]").checked;
    let shown = 0;
    for (const item of this.items) {
      const fits = (!states.size || states.has(item.dataset.state))
        && (!dimension || item.closest(".dimension").id === dimension)
        && (!review || item.dataset.review)
        && (!wanted || this.wordsOf(item).includes(wanted));
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const part of all(this.report, ".dimension")) {
      part.hidden = !part.querySelector(".item:not([hidden])");
    }
    const found = this.report.querySelector(".found");
    found.textContent = fill(data.words.shown, { shown, all: this.items.length });
    found.classList.toggle("some", shown < this.items.length);
    this.markRefused();
  }

  markRefused() {
    const box = this.part("[name=refused]");
    if (!box || box.checked === this.reading.showsRefused()) return;
    this.reading.text.classList.toggle("with-refused", box.checked);
    if (this.reading.item) this.reading.choose(this.reading.item);
  }

  showRefused() {
    const box = this.part("[name=refused]");
    if (box && !box.checked) {
      box.checked = true;
      this.apply();
    }
  }

  unfold() {
    const open = !this.items.every((item) => item.hidden || isOpen(item));
    for (const item of this.items) if (!item.hidden) setOpen(item, open);
  }

  reset() {
    for (const box of all(this.form, "[type=checkbox]")) box.checked = false;
    this.part("[type=search]").value = "";
    this.part("select").value = "";
    this.apply();
  }
}
