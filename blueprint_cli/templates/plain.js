/* How words are compared where one looks for them. */

/* Without accents, case and line breaks. */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{Mark}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
