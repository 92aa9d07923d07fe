/* The page of a report: all that its script does begins here. */

document.documentElement.classList.add("live");
addEventListener("DOMContentLoaded", () => {
  for (const table of document.querySelectorAll("table.values")) takeTable(table);
  markOverdue(new Date());
  takeContents(document.querySelector(".contents"));
  takeRegions(document.querySelectorAll(".region:not(.long)"));
  takePaper();
});
