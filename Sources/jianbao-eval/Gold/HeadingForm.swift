/// How a draft marks a heading, as a raw value of `Marking`, read off the text around it.
///
/// A help for reading scores by form: `anaphora` is never told from a plain lead.
func headingForm(of span: DraftSpan, in line: DraftLine) -> String {
  let before = string(line.text[..<span.range.lowerBound].filter { !isBlankScalar($0) })
  let after = string(line.text[span.range.upperBound...].filter { !isBlankScalar($0) })
  if let form = markerForm(before) { return form }
  if before.isEmpty, after.isEmpty || (after.unicodeScalars.count == 1 && !after.hasPrefix("：")) {
    return "standalone-line"
  }
  if after.hasPrefix("：") { return "colon-lead" }
  return before.isEmpty ? "paragraph-lead" : "run-in"
}

/// Forms whose printed marker makes them sure, so that a heading may end at its first comma or at its stop.
let explicitForms: Set<String> = [
  "yi-shi", "yi-yao", "chinese-number", "parenthesized-chinese-number", "numbered", "parenthesized-number",
  "circled-number", "ordinal-word", "labelled-number", "dash", "bullet",
]

/// The form of the marker that ends `before`, if any does.
private func markerForm(_ before: String) -> String? {
  let scalars = Array(before.unicodeScalars)
  guard let last = scalars.last else { return nil }
  let stem = scalars.dropLast()
  switch last {
  case "是": return endsInNumber(stem) ? "yi-shi" : nil
  case "要": return endsInNumber(stem) ? "yi-yao" : nil
  case "—": return "dash"
  case "●", "■", "◆", "▲", "★", "☆", "○", "◎", "※", "【", "□", "▶", "•", "·": return "bullet"
  case "\u{2460}"..."\u{2473}": return "circled-number"
  case "）", ")": return parenthesized(stem)
  case "、", ".", "．":
    if endsInDigit(stem) { return "numbered" }
    return endsInNumber(stem) ? "chinese-number" : nil
  case "，", "：", ":": return ordinal(stem)
  default: return endsInDigit(scalars[...]) && scalars.count <= 2 ? "numbered" : ordinal(scalars[...])
  }
}

private let chineseDigits = Set("一二三四五六七八九十".unicodeScalars)

private func endsInNumber(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
  text.last.map(chineseDigits.contains) ?? false
}

private func endsInDigit(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
  text.last.map { ("0"..."9").contains($0) || ("\u{FF10}"..."\u{FF19}").contains($0) } ?? false
}

private func parenthesized(_ stem: ArraySlice<Unicode.Scalar>) -> String? {
  if endsInNumber(stem) { return "parenthesized-chinese-number" }
  guard endsInDigit(stem) else { return nil }
  return stem.contains("（") || stem.contains("(") ? "parenthesized-number" : "numbered"
}

/// 第一， 首先， are ordinal words; 做法一： 第一招： are labels with a number.
private func ordinal(_ stem: ArraySlice<Unicode.Scalar>) -> String? {
  let tail = string(stem.suffix(6))
  if ["首先", "其次", "再次", "最后"].contains(where: tail.hasSuffix) { return "ordinal-word" }
  if endsInNumber(stem) { return stem.dropLast().last == "第" ? "ordinal-word" : "labelled-number" }
  guard let ordinal = stem.suffix(5).lastIndex(of: "第"), stem.indices.contains(ordinal + 1) else {
    return nil
  }
  return chineseDigits.contains(stem[ordinal + 1]) ? "labelled-number" : nil
}
