/* The one script that stands in the pages, with the same bytes in each (the policy of the site knows their digest).
   The search comes when the reader comes to its box, or asks by address; before that nothing of it is fetched. */
const form = document.querySelector("form.search");
if (form) {
  const { scripts, index } = form.closest("body").dataset; // `document.body` may be something that a stranger named so
  const isPage = form.hidden;
  const [loading, failed] = ["loading", "failed"].map((name) => document.querySelector(`p.search-${name}`));
  const show = (note) => {
    note.hidden = false;
    note.parentElement.hidden = false;
  };
  const begin = async () => {
    const slow = setTimeout(() => (isPage || form.q.value) && show(loading), 300);
    try {
      const module = await import(new URL(isPage ? "page.js" : "box.js", new URL(scripts, location)));
      module.begin(form, new URL(index, location));
    } catch {
      form.hidden = isPage;
      show(failed);
    }
    clearTimeout(slow);
    loading.hidden = true;
  };
  form.hidden = false;
  if (isPage && new URLSearchParams(location.search).get("q")) {
    begin();
  } else {
    form.addEventListener("focusin", begin, { once: true });
  }
}
