import BriefingModel
import Packaging

/// Fills `{{期号}}` and the like in an office's paragraphs. A placeholder may be cut into pieces by formatting; its value
/// takes the look of its first piece.
struct Placeholders {
  /// Known names with their values; `nil` where the briefing has none.
  private let values: [String: String?]
  /// Names that are not known, which stay as they are, and known ones without a value, in their order.
  private(set) var unknown: [String] = []
  private(set) var missing: [String] = []

  init(_ briefing: Briefing) {
    let (masthead, colophon) = (briefing.masthead, briefing.colophon)
    func list(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: "，") }
    values = [
      "刊名": masthead.name, "期号": masthead.issue.map { "\($0)" }, "总期号": masthead.total.map { "\($0)" },
      "日期": Wording.date(masthead.date), "单位": masthead.office, "标题": briefing.title ?? masthead.name,
      "密级": masthead.classification, "报": list(colophon.report), "送": list(colophon.send),
      "发": list(colophon.distribute), "份数": colophon.copies.map { "\($0)" }, "责任编辑": colophon.editor,
      "核稿": colophon.reviewer, "签发": colophon.signer,
    ]
  }

  /// The tree with the placeholders of its paragraphs filled. `text` is the element that holds words, if not the
  /// paragraph itself.
  mutating func fill(_ tree: XMLTree, paragraphs: Set<String>, text: String? = nil) -> XMLTree {
    guard paragraphs.contains(tree.name) else {
      var tree = tree
      tree.nodes = tree.nodes.map { node in
        guard case .element(let element) = node else { return node }
        return .element(fill(element, paragraphs: paragraphs, text: text))
      }
      return tree
    }
    var pieces: [String] = []
    Self.collect(tree, paragraphs, text, isInside: text == nil, into: &pieces)
    var filled = filled(pieces)[...]
    return rebuilt(tree, paragraphs, text, isInside: text == nil, from: &filled)
  }

  private static func collect(
    _ tree: XMLTree, _ paragraphs: Set<String>, _ text: String?, isInside: Bool, into pieces: inout [String]
  ) {
    for node in tree.nodes {
      switch node {
      case .text(let words): if isInside { pieces.append(words) }
      case .element(let child) where !paragraphs.contains(child.name):
        collect(child, paragraphs, text, isInside: isInside || child.name == text, into: &pieces)
      case .element: break
      }
    }
  }

  private mutating func rebuilt(
    _ tree: XMLTree, _ paragraphs: Set<String>, _ text: String?, isInside: Bool,
    from pieces: inout ArraySlice<String>
  ) -> XMLTree {
    var tree = tree
    var nodes: [XMLTree.Node] = []
    for node in tree.nodes {
      switch node {
      case .text: nodes.append(isInside ? .text(pieces.popFirst() ?? "") : node)
      case .element(let child) where paragraphs.contains(child.name):
        nodes.append(.element(fill(child, paragraphs: paragraphs, text: text)))
      case .element(var child):
        if child.name == "w:t" { child["xml:space"] = "preserve" }
        let isWithin = isInside || child.name == text
        nodes.append(.element(rebuilt(child, paragraphs, text, isInside: isWithin, from: &pieces)))
      }
    }
    tree.nodes = nodes
    return tree
  }

  /// The pieces of a paragraph's text with the placeholders replaced.
  private mutating func filled(_ pieces: [String]) -> [String] {
    let all = pieces.enumerated().flatMap { index, piece in piece.map { (index: index, character: $0) } }
    let text = all.map { $0.character == "｛" ? "{" : $0.character == "｝" ? "}" : $0.character }
    var result = Array(repeating: "", count: pieces.count)
    var index = 0
    while index < all.count {
      if let (name, end) = Self.name(in: text, at: index), let value = value(of: name) {
        result[all[index].index] += value
        index = end
      } else {
        result[all[index].index].append(all[index].character)
        index += 1
      }
    }
    return result
  }

  /// A name between double braces, and where they end.
  private static func name(in text: [Character], at start: Int) -> (String, Int)? {
    guard text[start...].starts(with: ["{", "{"]) else { return nil }
    let rest = text[(start + 2)...].prefix(24)
    guard let end = rest.firstIndex(of: "}"), text[end...].starts(with: ["}", "}"]) else { return nil }
    return (String(text[(start + 2)..<end].filter { !$0.isWhitespace }), end + 2)
  }

  private mutating func value(of name: String) -> String? {
    guard let known = values[name] else {
      if !unknown.contains(name), name != "正文" { unknown.append(name) }
      return nil
    }
    guard let value = known else {
      if !missing.contains(name) { missing.append(name) }
      return "　"
    }
    return value.onOneLine
  }
}

extension OfficeTemplate {
  /// What may stand in braces besides 正文, for messages.
  public static let placeholderNames = [
    "刊名", "期号", "总期号", "日期", "单位", "标题", "密级", "报", "送", "发", "份数", "责任编辑", "核稿", "签发",
  ]

  /// The placeholders that are unknown, and those for which the briefing has no value.
  public func placeholders(for briefing: Briefing) -> (unknown: [String], missing: [String]) {
    var placeholders = Placeholders(briefing)
    let text = format == .docx ? "w:t" : nil
    var trees = [content, styles]
    if format == .docx {
      let names = parts.map(\.name).filter { $0.hasPrefix("word/header") || $0.hasPrefix("word/footer") }
      trees += names.compactMap { try? tree($0) }
    }
    for tree in trees { _ = placeholders.fill(tree, paragraphs: paragraphNames, text: text) }
    return (placeholders.unknown, placeholders.missing)
  }

  /// Whether a placeholder stands in what is kept.
  func uses(_ name: String) -> Bool {
    let text = ((body?.text ?? "") + styles.text).filter { !$0.isWhitespace }
    return ["{{\(name)}}", "｛｛\(name)｝｝"].contains { text.contains($0) }
  }
}
