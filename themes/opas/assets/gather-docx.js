// Writes the gathered plans as a Word document that people can go on with: the
// title, whose it is and of which day, and the table on A4 across. Its header
// comes again on each sheet. zip.js comes before.
(() => {
  "use strict";

  const opas = window.opas;
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/";
  const pack = "http://schemas.openxmlformats.org/package/2006/";
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  // In twentieths of a point: the width between the margins of 2 cm.
  const width = 14570;

  // plain escapes a text, and leaves out what XML has no sign for.
  const plain = (text) => text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

  const run = (text) => plain(text).split(/(\t|\r?\n)/).map((part) => {
    if (part === "\t") return "<w:tab/>";
    return /\n/.test(part) ? "<w:br/>" : `<w:t xml:space="preserve">${part}</w:t>`;
  }).join("");

  const paragraph = (style, text) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${run(text)}</w:r></w:p>`;

  const row = (cells, style, each) => `<w:tr><w:trPr><w:cantSplit/>${style === "Header" ? "<w:tblHeader/>" : ""}</w:trPr>${
    cells.map((text) => `<w:tc><w:tcPr><w:tcW w:w="${each}" w:type="dxa"/></w:tcPr>${paragraph(style, text)}</w:tc>`).join("")}</w:tr>`;

  const table = (columns, rows) => {
    const each = Math.floor(width / columns.length);
    return `<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>${
      `<w:gridCol w:w="${each}"/>`.repeat(columns.length)}</w:tblGrid>${row(columns, "Header", each)}${rows.map((cells) => row(cells, "Cell", each)).join("")}</w:tbl>`;
  };

  // What must stand behind a table is so low that it needs no sheet of its own.
  const end = '<w:p><w:pPr><w:spacing w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

  const documentOf = ({ title, about, columns, rows }) => `<w:document ${space}><w:body>${paragraph("Heading1", title)}${paragraph("Normal", about)}${
    table(columns, rows)}${end}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;

  const style = (id, name, rest) => `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}${rest}</w:style>`;
  const border = (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`;

  const styles = (language) => `<w:styles ${space}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault></w:docDefaults>${
    style("Normal", "Normal", '<w:qFormat/><w:pPr><w:spacing w:after="120"/></w:pPr>')}${
    style("Heading1", "heading 1", '<w:qFormat/><w:pPr><w:keepNext/><w:spacing w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr>')}${
    style("Cell", "Cell", '<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>')}${
    style("Header", "Header cell", '<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr><w:rPr><w:b/><w:sz w:val="20"/></w:rPr>')}<w:style w:type="table" w:styleId="Ruled"><w:name w:val="Ruled"/><w:tblPr><w:tblBorders>${
    ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders></w:tblPr></w:style></w:styles>`;

  const types = { "word/document.xml": `${word}document.main+xml`, "word/styles.xml": `${word}styles+xml`, "word/settings.xml": `${word}settings+xml`, "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml" };
  const contents = `<Types xmlns="${pack}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${
    Object.entries(types).map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join("")}</Types>`;
  const relations = (...list) => `<Relationships xmlns="${pack}relationships">${list.map(([type, target], i) => `<Relationship Id="r${i + 1}" Type="${type}" Target="${target}"/>`).join("")}</Relationships>`;

  opas.docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  // opas.gatherDocx returns the document: title, about (whose and when), columns
  // and rows of texts, in a language.
  opas.gatherDocx = (plans) => new Blob(opas.zip([
    ["[Content_Types].xml", contents],
    ["_rels/.rels", relations([`${office}relationships/officeDocument`, "word/document.xml"], [`${pack}relationships/metadata/core-properties`, "docProps/core.xml"])],
    ["word/_rels/document.xml.rels", relations([`${office}relationships/styles`, "styles.xml"], [`${office}relationships/settings`, "settings.xml"])],
    ["docProps/core.xml", `<cp:coreProperties xmlns:cp="${pack}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${plain(plans.title)}</dc:title><dc:language>${plans.language}</dc:language></cp:coreProperties>`],
    ["word/settings.xml", `<w:settings ${space}><w:autoHyphenation/></w:settings>`],
    ["word/styles.xml", styles(plans.language)],
    ["word/document.xml", documentOf(plans)],
  ].map(([name, text]) => [name, head + text]), new Date()));
})();
