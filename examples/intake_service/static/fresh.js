// Keeps a page that says data-fresh as new as the deal: asks for the number of the newest
// revision, and takes in the page anew where it is another. Without this script the page is
// loaded by hand; nothing else differs.
const page = document.querySelector("[data-fresh]");

async function lookAgain() {
  const answer = await fetch(page.dataset.fresh, { cache: "no-store" });
  if (!answer.ok) return;
  const { revision } = await answer.json();
  if (String(revision) === page.dataset.revision) return;
  const fresh = await fetch(location.href, { cache: "no-store" });
  if (!fresh.ok) return;
  const made = new DOMParser().parseFromString(await fresh.text(), "text/html");
  const there = made.querySelector("[data-fresh]");
  if (!there) return;
  page.replaceChildren(...there.childNodes);
  page.dataset.revision = there.dataset.revision;
}

if (page) setInterval(() => { if (!document.hidden) lookAgain().catch(() => {}); }, 4000);
