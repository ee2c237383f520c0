// The token stands after the #, which is never sent; here it becomes part of the link to the encrypted app.
const token = location.hash.slice(1);
if (/^[\w-]{20,80}$/.test(token)) {
  const open = document.getElementById("open");
  open.href = `${open.dataset.pair}${token}/`;
  document.getElementById("expires").hidden = false;
}
