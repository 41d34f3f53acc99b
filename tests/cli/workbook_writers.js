// Fills in forms with exceljs or xlsx (SheetJS), as JSON on standard input says:
// {"writer": "exceljs", "jobs": [{"form": "blank.xlsx", "into": "1.xlsx", "cells": [[1, "C7", "text"], …]}, …]}
const fs = require("fs");
const { writer, jobs } = JSON.parse(fs.readFileSync(0, "utf-8"));

async function withExceljs({ form, into, cells }) {
  const { Workbook } = require("exceljs");
  const book = new Workbook();
  await book.xlsx.readFile(form);
  for (const [sheet, cell, value] of cells) book.worksheets[sheet - 1].getCell(cell).value = value;
  await book.xlsx.writeFile(into);
}

function withSheetjs({ form, into, cells }) {
  const xlsx = require("xlsx");
  const book = xlsx.readFile(form, { cellStyles: true });
  for (const [sheet, cell, value] of cells) {
    book.Sheets[book.SheetNames[sheet - 1]][cell] = typeof value === "number" ? { t: "n", v: value } : { t: "s", v: value };
  }
  xlsx.writeFile(book, into);
}

(async () => {
  for (const job of jobs) await (writer === "exceljs" ? withExceljs : withSheetjs)(job);
})();
