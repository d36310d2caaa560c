// A person's verdict against the program's, kept as a draft in this browser and exported as decisions.yaml.

const unseen = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff\ud800-\udfff\u{e0000}-\u{e0fff}]/gu;
const tidy = (words) => words.replace(/\s+/g, " ").replace(unseen, "").trim();
const quoted = (words) => JSON.stringify(tidy(words)); // JSON's escapes are YAML's too

class Drafts {
  constructor(report, card) {
    this.report = report;
    this.card = card;
    this.box = report.querySelector(".drafts");
    this.key = `scorer-decisions:${card.key}:${card.report}`;
    this.drafts = new Map(this.load());
    this.box.querySelector("[name=export]").addEventListener("click", () => this.save());
    for (const item of all(report, ".item")) this.addButton(item);
    this.show();
  }

  // Storage is a convenience: a browser may refuse it to a page opened from disk.
  load() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? "[]");
      return kept.filter(([index, draft]) => this.fits(this.card.items[index], draft));
    } catch {
      return [];
    }
  }

  // Any page from disk may have written what is kept: it must have our shape, and be about the evidence of today.
  fits(item, draft) {
    const known = ["status", "reason", "by", "date", "until"].every((name) => typeof draft[name] === "string");
    return known && item?.hash === draft.hash && Object.hasOwn(data.states[item.kind], draft.status);
  }

  keep() {
    try {
      if (this.drafts.size) localStorage.setItem(this.key, JSON.stringify([...this.drafts]));
      else localStorage.removeItem(this.key);
    } catch {
      return;
    }
  }

  addButton(item) {
    const actions = make("p", "", item.querySelector(".body"));
    actions.className = "actions";
    const key = button("decide", data.words.decide, actions);
    key.setAttribute("aria-expanded", "false");
    key.addEventListener("click", () => (item.querySelector(".decide") ? this.close(item) : this.open(item)));
  }

  open(item) {
    const index = indexOf(item);
    const { id, kind, status } = this.card.items[index];
    const form = document.getElementById("decide").content.cloneNode(true).firstElementChild;
    const draft = this.drafts.get(index);
    form.querySelector(".of").textContent = id;
    for (const [value, word] of Object.entries(data.states[kind])) {
      const option = make("option", word, form.elements.status);
      option.value = value;
    }
    form.elements.status.value = draft?.status ?? status;
    form.elements.reason.value = draft?.reason ?? "";
    form.elements.by.value = draft?.by ?? [...this.drafts.values()].at(-1)?.by ?? "";
    form.elements.date.value = draft?.date ?? today();
    form.elements.until.value = draft?.until ?? "";
    form.elements.withdraw.hidden = !draft;
    form.addEventListener("submit", (event) => this.submitted(event, item, form));
    form.elements.withdraw.addEventListener("click", () => this.withdraw(item));
    form.elements.cancel.addEventListener("click", () => this.close(item));
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close(item);
    });
    item.querySelector(".actions").after(form);
    item.querySelector("[name=decide]").setAttribute("aria-expanded", "true");
    form.elements.status.focus();
  }

  close(item) {
    item.querySelector(".decide")?.remove();
    const key = item.querySelector("[name=decide]");
    key.setAttribute("aria-expanded", "false");
    key.focus();
  }

  submitted(event, item, form) {
    event.preventDefault();
    const index = indexOf(item);
    const draft = { hash: this.card.items[index].hash };
    for (const name of ["status", "reason", "by", "date", "until"]) draft[name] = tidy(form.elements[name].value);
    const missing = ["reason", "by", "date"].find((name) => !draft[name]);
    const wrong = missing ?? (draft.until && draft.until < draft.date ? "until" : null);
    for (const field of all(form, "[aria-invalid]")) field.removeAttribute("aria-invalid");
    if (wrong) {
      form.querySelector(".wrong").textContent = data.words[`need_${wrong}`];
      form.elements[wrong].setAttribute("aria-invalid", "true");
      form.elements[wrong].focus();
      return;
    }
    this.drafts.set(index, draft);
    this.keep();
    this.show();
    this.close(item);
    announce(fill(data.words.saved, { id: this.card.items[index].id, count: this.drafts.size }));
  }

  withdraw(item) {
    const index = indexOf(item);
    this.drafts.delete(index);
    this.keep();
    this.show();
    this.close(item);
    announce(fill(data.words.removed, { id: this.card.items[index].id }));
  }

  show() {
    for (const old of all(this.report, ".draft")) old.remove();
    for (const key of all(this.report, "[name=decide]")) key.textContent = data.words.decide;
    const list = this.box.querySelector("ul");
    list.replaceChildren();
    for (const [index, draft] of this.sorted()) {
      const item = all(this.report, ".item").find((row) => indexOf(row) === index);
      const { kind, id } = this.card.items[index];
      const words = fill(data.words.draft, { ...draft, status: data.states[kind][draft.status] });
      const note = make("p", words);
      note.className = "draft";
      item.querySelector(".reason").after(note);
      item.querySelector("[name=decide]").textContent = data.words.change;
      const link = make("a", id, make("li", "", list));
      link.href = `#${item.id}`;
      link.after(` ${words}`);
    }
    this.box.hidden = !this.drafts.size;
    this.box.querySelector(".tally").replaceChildren(...this.tally().map((words) => make("span", words)));
  }

  sorted() {
    return [...this.drafts].sort(([one], [other]) => one - other);
  }

  tally() {
    const words = [fill(data.words.drafts, { count: this.drafts.size })];
    const kept = this.entries().length - this.drafts.size;
    if (kept) words.push(fill(data.words.kept, { count: kept }));
    if (this.card.reopened) words.push(fill(data.words.dropped, { count: this.card.reopened }));
    return words;
  }

  // Drafts, and the decisions that the scorecard was made with and that no draft replaces.
  entries() {
    return this.card.items.flatMap((item, index) => {
      const said = this.drafts.get(index) ?? item.decision;
      return said ? [{ item, said }] : [];
    });
  }

  yaml() {
    const lines = [
      `# ${data.words.head}`,
      `report: ${quoted(this.card.report)}`,
      `about: ${quoted(this.card.about)}`,
      `framework: ${quoted(this.card.framework)}`,
      "decisions:",
    ];
    for (const { item, said } of this.entries()) {
      lines.push(
        `  - item: ${quoted(item.id)}`,
        `    status: ${said.status}`,
        `    reason: ${quoted(said.reason)}`,
        `    by: ${quoted(said.by)}`,
        `    date: ${quoted(said.date)}`,
        ...(said.until ? [`    until: ${quoted(said.until)}`] : []),
        `    evidence: "${item.hash}"`,
      );
    }
    return `${lines.join("\n")}\n`;
  }

  save() {
    const address = URL.createObjectURL(new Blob([this.yaml()], { type: "application/yaml" }));
    const link = document.createElement("a");
    const stem = this.card.report.replace(/\.[A-Za-z0-9]{1,5}$/, "").replace(/[^\p{L}\p{N}_ -]+/gu, "_").slice(0, 60);
    link.href = address;
    link.download = `${stem}.decisions.yaml`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    announce(fill(data.words.exported, { name: link.download, count: this.entries().length }));
  }
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
