/* Passkeys: what the page asks goes to the browser, and its answer back with the form. Without this the form stays hidden. */

const knows =
  globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON &&
  globalThis.PublicKeyCredential.parseCreationOptionsFromJSON;

function ask(kind, options) {
  return kind === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

for (const form of knows ? document.querySelectorAll("form[data-passkey]") : []) {
  const failed = form.querySelector("[role=alert]");
  form.hidden = false;
  if (form.previousElementSibling?.matches(".nothing")) {
    form.previousElementSibling.hidden = true;
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const credential = await ask(form.dataset.passkey, JSON.parse(form.dataset.options));
      form.elements.credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
